import { downloadFile, safeUrl } from '../../shared/run/download';
import type { FileSource } from '../../shared/run/ports';
import { MAX_FILE_BYTES } from '../../shared/run/size-limits';
import type { ZObject } from './platform';
import { fileOptions } from './transport';

/** A file is on its way for the rest of the step as well. */
const TIMEOUT_MS = 10_000;

/** Names may hold a percent sign that encodes nothing. */
function decoded(name: string): string {
	try {
		return decodeURIComponent(name);
	} catch {
		return name;
	}
}

/** The server's file name, else the last part of its address. */
function nameOf(disposition: string | undefined, address: string): string {
	const fileName = /filename\*?="?(?:UTF-8'')?([^";]+)"?/i.exec(disposition ?? '')?.[1];
	return decoded(fileName ?? new URL(address).pathname.split('/').at(-1) ?? '') || 'file';
}

const isTooLarge = (error: unknown): boolean =>
	typeof error === 'object' && error !== null && Reflect.get(error, 'type') === 'max-size';

/** The platform passes a file by its address, without any credentials. `base`: of the connection that gets it. */
export const inputFiles = (z: ZObject, base: string): FileSource => ({
	async read(handle, mostBytes) {
		if (!safeUrl(handle, { base }))
			return { problem: 'must be a file of an earlier step, or a public address of one that begins with https' };
		const limit = Math.min(mostBytes, MAX_FILE_BYTES);
		const larger = { problem: `is larger than the ${limit / 1_000_000} MB that the carrier takes` };
		let disposition: string | undefined;
		try {
			const requestOptions = {
				skipThrowForStatus: true,
				merge: false,
				redirect: 'manual' as const,
				signal: AbortSignal.timeout(TIMEOUT_MS),
				...fileOptions({ base }, limit),
			};
			const file = await downloadFile(handle, { base }, async (url) => {
				const response = await z.request(url, requestOptions);
				disposition = response.getHeader('content-disposition');
				return {
					status: response.status,
					location: response.getHeader('location'),
					contentType: response.getHeader('content-type'),
					bytes: async () =>
						Number(response.getHeader('content-length') ?? 0) > limit ? undefined : await response.buffer(),
				};
			});
			if ('noResponse' in file)
				return file.noResponse.isTooLarge ? larger : { problem: `could not be fetched: ${file.noResponse.reason}` };
			return {
				file: { name: nameOf(disposition, handle), contentType: file.contentType, bytes: Buffer.from(file.bytes) },
			};
		} catch (error) {
			return isTooLarge(error) ? larger : { problem: 'could not be fetched from its address' };
		}
	},
});
