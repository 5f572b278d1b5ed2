import type { Moment } from '../../framework/clock.types';

export interface CubynStoredFile {
	/** Path in the vault, with the bucket first. */
	path: string;
	bytes: Uint8Array;
	contentType: string;
}

export interface CubynAttachment {
	id: number;
	ownerId: number;
	parcelId: number;
	type: 'OTHER' | 'LABEL';
	status: 'IN_PROGRESS' | 'SUCCESS' | 'PRINTED';
	name: string;
	/** Null while it is in progress. */
	file: { key: string; size: number; pages: number } | null;
	createdAt: Moment;
	updatedAt: Moment;
	deleted: boolean;
}
