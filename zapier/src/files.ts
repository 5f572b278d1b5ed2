import type { Action, FileLink } from '../../shared/declare/action';
import type { Item } from '../../shared/declare/facts';
import type { Carrier } from '../../shared/declare/carrier';
import type { Access } from '../../shared/declare/connection';
import { failed, success, type Result } from '../../shared/declare/failure';
import { isJsonObject } from '../../shared/declare/json';
import { followable } from '../../shared/run/follow';
import { perform } from '../../shared/run/perform';
import type { Ports } from '../../shared/run/ports';
import { readAccess } from './access';
import type { Desk } from './desk';
import { step } from './errors';
import { jsonOf } from './input-values';
import type { Bundle, ZObject } from './platform';
import { portsOf } from './ports';

/** The platform ends a download at 30 s. */
const TIMEOUT_MS = 25_000;

/** Files are fetched when a later step asks for them, never by the step that lists them. */
export function withFiles(z: ZObject, desk: Desk, item: Item, files: Action['files']): Item {
	const links = files?.(item) ?? [];
	if (links.length === 0) return item;
	return { ...item, files: links.map((link) => ({ key: link.key, name: link.name, url: pointerTo(z, desk, link) })) };
}

/** The platform refuses pointers beyond some length; a booking must not fail for that, so the plain link stands in. */
function pointerTo(z: ZObject, desk: Desk, { name, url, open, fresh }: FileLink): string {
	const where = fresh ? { action: fresh.action.id, values: fresh.input, key: fresh.key } : { url, ...(open ? { open } : {}) };
	try {
		return z.dehydrateFile(desk.download, { carrier: desk.carrier.id, name, ...where });
	} catch {
		return url;
	}
}

const textAt = (bundle: Bundle, key: string): string => {
	const value = bundle.inputData[key];
	return typeof value === 'string' ? value : '';
};

const endings: Readonly<Record<string, string>> = {
	'image/jpeg': '.jpg',
	'image/png': '.png',
	'image/svg+xml': '.svg',
	'image/webp': '.webp',
	'application/pdf': '.pdf',
};

/** Later steps tell what a file is by the end of its name. */
const named = (name: string, contentType: string): string => (/\.\w+$/.test(name) ? name : `${name}${endings[contentType.split(';')[0]?.trim() ?? ''] ?? ''}`);

/** Where a pointer leads today: a link that does not last is asked for again. */
async function linkOf(bundle: Bundle, carrier: Carrier, access: Access, deadline: number, ports: Ports): Promise<Result<Pick<FileLink, 'url' | 'open'>>> {
	const action = carrier.actions.find(({ id }) => id === textAt(bundle, 'action'));
	if (!action) return success({ url: textAt(bundle, 'url'), open: bundle.inputData.open === true });
	const values = jsonOf(bundle.inputData.values);
	const read = await perform({ carrier, action, access, values: isJsonObject(values) ? values : {}, deadline }, ports);
	if (!read.ok) return read;
	const link = read.value.flatMap((item) => action.files?.(item) ?? []).find(({ key }) => key === textAt(bundle, 'key'));
	return link ? success(link) : failed('not_found', `${carrier.title} has no such file any more, or not yet`);
}

/** Fetches what a pointer points to; the credentials go along only to the carrier's own hosts. */
export function downloader(carriers: readonly Carrier[], shared: boolean): Desk['download'] {
	return async (z, bundle) =>
		await step(z, async () => {
			const carrier = carriers.find((each) => each.id === textAt(bundle, 'carrier'));
			if (!carrier) return failed('foreign_address', 'The file belongs to no carrier of this app');
			const access = readAccess({ carrier, shared }, bundle);
			if (!access.ok) return access;
			const ports = portsOf(z);
			const deadline = ports.now() + TIMEOUT_MS;
			const link = await linkOf(bundle, carrier, access.value, deadline, ports);
			if (!link.ok) return link;
			const { url, open } = link.value;
			if (!followable(url)) return failed('foreign_address', 'The file has no address that may be followed');
			const file = await ports.transport.fetchFile(url, open ? undefined : access.value, Math.max(1, deadline - ports.now()));
			if ('lost' in file) return failed('unavailable', `The file could not be fetched: ${file.lost.why}`);
			const bytes = Buffer.from(file.bytes);
			return success(await z.stashFile(bytes, bytes.length, named(textAt(bundle, 'name'), file.contentType), file.contentType));
		});
}
