import type { CubynState } from '../state';
import type { CubynAttachment, CubynStoredFile } from './file.types';
import { pageCount } from './pdf';

const BUCKET = '/cubyn.staging.default';

/** The key as the API names it: the path without its bucket. */
export function storeFile(state: CubynState, extension: string, bytes: Uint8Array, contentType: string): string {
	const key = `/${state.newKey()}.${extension}`;
	const file: CubynStoredFile = { path: `${BUCKET}${key}`, bytes, contentType };
	state.files.set(file.path, file);
	return key;
}

export function pathOf(key: string): string {
	return `${BUCKET}${key}`;
}

export function newAttachment(
	state: CubynState,
	fields: Pick<CubynAttachment, 'ownerId' | 'parcelId' | 'type'> & { name?: string },
): CubynAttachment {
	const now = state.context.clock.now();
	const id = state.newId();
	return state.attachments.put(id, {
		...fields,
		id,
		status: 'IN_PROGRESS',
		name: fields.name ?? `label-${id}`,
		file: null,
		createdAt: now,
		updatedAt: now,
		deleted: false,
	});
}

export function completeAttachment(state: CubynState, id: number, pdf: Uint8Array): CubynAttachment | undefined {
	const attachment = state.attachments.get(id);
	if (attachment === undefined || attachment.deleted) return undefined;
	const key = storeFile(state, 'pdf', pdf, 'application/pdf');
	const file = { key, size: pdf.length, pages: pageCount(pdf) };
	return state.attachments.put(id, { ...attachment, status: 'SUCCESS', file, updatedAt: state.context.clock.now() });
}

/** Packed into the parcel together with the goods. */
export function printAttachments(state: CubynState, parcelId: number): void {
	for (const attachment of state.attachments.all()) {
		if (attachment.parcelId !== parcelId || attachment.deleted || attachment.type !== 'OTHER') continue;
		state.attachments.put(attachment.id, { ...attachment, status: 'PRINTED', updatedAt: state.context.clock.now() });
	}
}
