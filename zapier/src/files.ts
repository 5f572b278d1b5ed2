import type { Action, FileLink } from '../../shared/declare/action';
import type { Item } from '../../shared/declare/facts';
import type { Carrier } from '../../shared/declare/carrier';
import type { Access } from '../../shared/declare/connection';
import { failed, success, type Result } from '../../shared/declare/failure';
import { isJsonObject } from '../../shared/json';
import { authorise } from '../../shared/run/authorise';
import { safeUrl } from '../../shared/run/download';
import { perform } from '../../shared/run/perform';
import type { Ports } from '../../shared/run/ports';
import { readAccess } from './access';
import type { AppContext } from './app-context';
import { runStep } from './errors';
import { jsonOf } from './input-values';
import type { Bundle, ZObject } from './platform';
import { portsOf } from './ports';

/** The platform ends a download at 30 s. */
const TIMEOUT_MS = 25_000;

/** A later step fetches a file when it needs it. The step that lists it never does. */
export function withFiles(z: ZObject, context: AppContext, item: Item, files: Action['files']): Item {
	const links = files?.(item) ?? [];
	if (links.length === 0) return item;
	return {
		...item,
		files: links.map((link) => ({ key: link.key, name: link.name, url: dehydrate(z, context, link) })),
	};
}

/**
 * The platform refuses pointers beyond a certain length. A booking must not fail for that, so the plain link is used
 * instead.
 */
function dehydrate(z: ZObject, context: AppContext, { name, url, isPublic, refresh }: FileLink): string {
	const source = refresh
		? { action: refresh.action.id, values: refresh.input, key: refresh.key }
		: { url, ...(isPublic ? { isPublic } : {}) };
	try {
		return z.dehydrateFile(context.download, { carrier: context.carrier.id, name, ...source });
	} catch {
		return url;
	}
}

const textAt = (bundle: Bundle, key: string): string => {
	const value = bundle.inputData[key];
	return typeof value === 'string' ? value : '';
};

const extensions: Readonly<Record<string, string>> = {
	'image/jpeg': '.jpg',
	'image/png': '.png',
	'image/svg+xml': '.svg',
	'image/webp': '.webp',
	'application/pdf': '.pdf',
};

/** Later steps detect a file's type from the end of its name. */
const fileName = (name: string, contentType: string): string =>
	/\.\w+$/.test(name) ? name : `${name}${extensions[contentType.split(';')[0]?.trim() ?? ''] ?? ''}`;

/** The current link behind a pointer: an expiring link is requested again. */
async function linkOf(
	bundle: Bundle,
	carrier: Carrier,
	access: Access,
	deadline: number,
	ports: Ports,
): Promise<Result<Pick<FileLink, 'url' | 'isPublic'>>> {
	const action = carrier.actions.find(({ id }) => id === textAt(bundle, 'action'));
	if (!action) return success({ url: textAt(bundle, 'url'), isPublic: bundle.inputData.isPublic === true });
	const values = jsonOf(bundle.inputData.values);
	const read = await perform({ carrier, action, access, values: isJsonObject(values) ? values : {}, deadline }, ports);
	if (!read.ok) return read;
	const link = read.value
		.flatMap((item) => action.files?.(item) ?? [])
		.find(({ key }) => key === textAt(bundle, 'key'));
	return link ? success(link) : failed('not_found', `${carrier.title} has no such file any more, or not yet`);
}

/** Fetches the file behind a pointer. Credentials are sent only to the carrier's own hosts. */
export function downloader(carriers: readonly Carrier[], shared: boolean): AppContext['download'] {
	return async (z, bundle) =>
		await runStep(z, async () => {
			const carrier = carriers.find((each) => each.id === textAt(bundle, 'carrier'));
			if (!carrier) return failed('foreign_address', 'The file belongs to no carrier of this app');
			const access = readAccess({ carrier, shared }, bundle);
			if (!access.ok) return access;
			const ports = portsOf(z, access.value);
			const deadline = ports.now() + TIMEOUT_MS;
			const link = await linkOf(bundle, carrier, access.value, deadline, ports);
			if (!link.ok) return link;
			const { url, isPublic: open } = link.value;
			const { base } = access.value;
			if (!safeUrl(url, { base })) return failed('foreign_address', 'The file has no address that may be followed');
			const ready = open ? undefined : await authorise({ carrier, access: access.value, deadline }, ports);
			if (ready && !ready.ok) return ready;
			const file = await ports.transport.fetchFile(
				url,
				{ base, ...(ready ? { access: ready.value } : {}) },
				Math.max(1, deadline - ports.now()),
			);
			if ('noResponse' in file)
				return failed('unavailable', `The file could not be fetched: ${file.noResponse.reason}`);
			const bytes = Buffer.from(file.bytes);
			return success(
				await z.stashFile(bytes, bytes.length, fileName(textAt(bundle, 'name'), file.contentType), file.contentType),
			);
		});
}
