import type { Exchange } from '../../framework/context';
import { iso } from '../requests/time';
import type { CubynState } from '../state';
import { pathOf } from './attachments';
import type { CubynAttachment } from './file.types';
import { signedLink } from './vault';

/** The response includes the file on request. The file is null until it exists. */
export function attachmentView(state: CubynState, exchange: Exchange, attachment: CubynAttachment, withFile: boolean) {
	const { file } = attachment;
	const url = file === null ? null : signedLink(state, exchange, pathOf(file.key));
	return {
		id: attachment.id,
		type: attachment.type,
		status: attachment.status,
		name: attachment.name,
		format: 'PDF',
		pageCount: file?.pages ?? null,
		...(withFile && { file: file && { key: file.key, url }, s3Url: url }),
		fileSize: file?.size ?? null,
		parcelId: attachment.parcelId,
		fileKey: file?.key ?? null,
		createdAt: iso(attachment.createdAt),
		updatedAt: iso(attachment.updatedAt),
	};
}

/** An upload response has fewer fields than a look-up. */
export function uploadedView(state: CubynState, exchange: Exchange, attachment: CubynAttachment) {
	return {
		id: attachment.id,
		type: attachment.type,
		status: attachment.status,
		name: attachment.name,
		file: attachment.file && { url: signedLink(state, exchange, pathOf(attachment.file.key)) },
		pageCount: attachment.file?.pages,
		fileSize: attachment.file?.size,
		createdAt: iso(attachment.createdAt),
		updatedAt: iso(attachment.updatedAt),
	};
}
