import type { Steps } from '../../../declare/flow';
import { failed, success, type Result } from '../../../declare/failure';
import { file } from '../../../declare/field';
import type { JsonObject } from '../../../json';
import { CLAIM_FILE, uploadFile } from '../files/upload';

export const claimFile = () =>
	file(CLAIM_FILE, { label: 'File', help: 'A PDF, PNG or JPEG of at most 5 MB.', common: true });

/** Uploads the files one after the other and returns the key and type of each. */
export async function uploadAll(
	attachments: readonly { type: string; file: string }[],
	steps: Steps,
): Promise<Result<JsonObject[]>> {
	const uploadedFiles: JsonObject[] = [];
	for (const { type, file: handle } of attachments) {
		const upload = await steps.call(uploadFile, { file: handle });
		if (!upload.ok) return upload;
		const fileKey = upload.value[0]?.key;
		if (typeof fileKey !== 'string') return failed('unreadable_answer', 'Cubyn gave no key for the file');
		uploadedFiles.push({ type, fileKey });
	}
	return success(uploadedFiles);
}
