import type { Action, Item } from '../../shared/declare/action';
import type { Carrier } from '../../shared/declare/carrier';
import { failed, success } from '../../shared/declare/failure';
import { isSafeScheme, mayCarryCredentials } from '../../shared/run/address';
import { readAccess } from './access';
import type { Desk } from './desk';
import { step } from './errors';
import type { Bundle, ZObject } from './platform';
import { portsOf } from './ports';

/** The platform ends a download at 30 s. */
const TIMEOUT_MS = 25_000;

/** Files are fetched when a later step asks for them, never by the step that lists them. */
export function withFiles(z: ZObject, desk: Desk, item: Item, files: Action['files']): Item {
	const links = files?.(item) ?? [];
	if (links.length === 0) return item;
	return { ...item, files: links.map(({ key, name, url }) => ({ key, name, url: pointerTo(z, desk, name, url) })) };
}

/** The platform refuses pointers beyond some length; a booking must not fail for that, so the plain link stands in. */
function pointerTo(z: ZObject, desk: Desk, name: string, url: string): string {
	try {
		return z.dehydrateFile(desk.download, { carrier: desk.carrier.id, name, url });
	} catch {
		return url;
	}
}

const textAt = (bundle: Bundle, key: string): string => {
	const value = bundle.inputData[key];
	return typeof value === 'string' ? value : '';
};

function addressOf(url: string): URL | undefined {
	try {
		return new URL(url);
	} catch {
		return undefined;
	}
}

const endings: Readonly<Record<string, string>> = {
	'image/jpeg': '.jpg',
	'image/png': '.png',
	'image/svg+xml': '.svg',
	'image/webp': '.webp',
	'application/pdf': '.pdf',
};

/** Later steps tell what a file is by the end of its name. */
const named = (name: string, contentType: string): string => (/\.\w+$/.test(name) ? name : `${name}${endings[contentType.split(';')[0]?.trim() ?? ''] ?? ''}`);

/** Fetches what a pointer points to; the credentials go along only to the carrier's own hosts. */
export function downloader(carriers: readonly Carrier[], shared: boolean): Desk['download'] {
	return async (z, bundle) =>
		await step(z, async () => {
			const url = textAt(bundle, 'url');
			const carrier = carriers.find((each) => each.id === textAt(bundle, 'carrier'));
			const target = addressOf(url);
			if (!carrier || !target || target.username !== '' || !isSafeScheme(target))
				return failed('foreign_address', 'The file has no address that may be followed');
			const access = readAccess({ carrier, shared }, bundle);
			if (!access.ok) return access;
			const own = mayCarryCredentials(url, access.value) ? access.value : undefined;
			const file = await portsOf(z).transport.fetchFile(url, own, TIMEOUT_MS);
			if ('lost' in file) return failed('unavailable', `The file could not be fetched: ${file.lost.why}`);
			const bytes = Buffer.from(file.bytes);
			return success(await z.stashFile(bytes, bytes.length, named(textAt(bundle, 'name'), file.contentType), file.contentType));
		});
}
