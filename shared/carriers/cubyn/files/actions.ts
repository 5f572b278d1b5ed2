import type { Action } from '../../../declare/action';
import { addAttachment } from './add-attachment';
import { deleteAttachment, getAttachment, listAttachments } from './attachments';
import { uploadFile } from './upload';

export const fileActions: readonly Action[] = [
	addAttachment,
	deleteAttachment,
	getAttachment,
	listAttachments,
	uploadFile,
];
