import { isSafeScheme } from '../../shared/run/address';
import type { FileSource } from '../../shared/run/ports';
import type { ZObject } from './platform';

/** A file is on its way for the rest of the step as well. */
const TIMEOUT_MS = 10_000;

const addressOf = (handle: string): URL | undefined => {
	const url = URL.canParse(handle) ? new URL(handle) : undefined;
	return url && isSafeScheme(url) ? url : undefined;
};

/** Names may hold a percent sign that encodes nothing. */
function decoded(name: string): string {
	try {
		return decodeURIComponent(name);
	} catch {
		return name;
	}
}

/** As the server calls it, else the last part of its address. */
function nameOf(disposition: string | undefined, { pathname }: URL): string {
	const said = /filename\*?="?(?:UTF-8'')?([^";]+)"?/i.exec(disposition ?? '')?.[1];
	return decoded(said ?? pathname.split('/').at(-1) ?? '') || 'file';
}

/** The platform hands over a file by its address, without any credentials. */
export const givenFiles = (z: ZObject): FileSource => ({
	async read(handle, mostBytes) {
		const url = addressOf(handle);
		if (!url) return { problem: 'must be a file of an earlier step, or an address of one that begins with https' };
		try {
			const asked = { skipThrowForStatus: true, raw: true as const, merge: false, signal: AbortSignal.timeout(TIMEOUT_MS) };
			const response = await z.request(url.href, asked);
			if (response.status !== 200) return { problem: `could not be fetched: its address answered with status ${response.status}` };
			const length = Number(response.getHeader('content-length') ?? 0);
			if (length > mostBytes) return { problem: `is larger than the ${mostBytes / 1_000_000} MB that the carrier takes` };
			const contentType = response.getHeader('content-type') ?? 'application/octet-stream';
			return { file: { name: nameOf(response.getHeader('content-disposition'), url), contentType, bytes: await response.buffer() } };
		} catch {
			return { problem: 'could not be fetched from its address' };
		}
	},
});
