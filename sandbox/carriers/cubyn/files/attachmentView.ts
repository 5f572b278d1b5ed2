import type { Visit } from '../../frame/visit';
import { iso } from '../requests/time';
import type { CubynState } from '../state';
import { pathOf } from './attachments';
import type { CubynAttachment } from './file.types';
import { signedLink } from './vault';

/** The file comes along where it is asked for, and is null until it is there. */
export function attachmentView(state: CubynState, visit: Visit, attachment: CubynAttachment, withFile: boolean) {
	const { file } = attachment;
	const url = file === null ? null : signedLink(state, visit, pathOf(file.key));
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

/** An upload is answered with less than a look-up. */
export function uploadedView(state: CubynState, visit: Visit, attachment: CubynAttachment) {
	return {
		id: attachment.id,
		type: attachment.type,
		status: attachment.status,
		name: attachment.name,
		file: attachment.file && { url: signedLink(state, visit, pathOf(attachment.file.key)) },
		pageCount: attachment.file?.pages,
		fileSize: attachment.file?.size,
		createdAt: iso(attachment.createdAt),
		updatedAt: iso(attachment.updatedAt),
	};
}
