import type { IBinaryKeyData, IExecuteFunctions, IPollFunctions, IWebhookFunctions } from 'n8n-workflow';

import type { FileLink } from '../../shared/declare/action';
import { failed, success, type Result } from '../../shared/declare/failure';
import { authorise } from '../../shared/run/authorise';
import { REQUEST_TIMEOUT_MS } from '../../shared/run/retry';
import type { ConnectionContext } from './ports';

/** Hosts that can keep a file beside an item. */
export type FileHost = IExecuteFunctions | IPollFunctions | IWebhookFunctions;

const extensions: Readonly<Record<string, string>> = {
	'image/jpeg': 'jpg',
	'image/png': 'png',
	'image/gif': 'gif',
	'image/webp': 'webp',
	'image/svg+xml': 'svg',
	'application/pdf': 'pdf',
};

const withoutParameters = (contentType: string) => contentType.split(';')[0]?.trim().toLowerCase() ?? '';

function nameOf(link: FileLink, contentType: string): string {
	const extension = extensions[contentType];
	return extension === undefined || link.name.endsWith(`.${extension}`) ? link.name : `${link.name}.${extension}`;
}

/** Fetches the files of one item, under the names their links bear. `until`, in milliseconds since 1970, ends it. */
export async function fetchFiles(
	host: FileHost,
	{ carrier, access, ports }: ConnectionContext,
	links: readonly FileLink[],
	until = Infinity,
): Promise<Result<IBinaryKeyData>> {
	const binary: IBinaryKeyData = {};
	if (links.length === 0) return success(binary);
	const ready = await authorise({ carrier, access, deadline: ports.now() + REQUEST_TIMEOUT_MS.read }, ports);
	if (!ready.ok) return ready;
	for (const link of links) {
		const timeoutMs = Math.min(REQUEST_TIMEOUT_MS.read, until - ports.now());
		if (timeoutMs <= 0) return failed('unavailable', `There was no time left to fetch the file "${link.name}"`);
		const file = await ports.transport.fetchFile(
			new URL(link.url, access.base).href,
			{ base: access.base, ...(link.isPublic ? {} : { access: ready.value }) },
			timeoutMs,
		);
		if ('noResponse' in file)
			return failed('unavailable', `The file "${link.name}" could not be fetched: ${file.noResponse.reason}`);
		const contentType = withoutParameters(file.contentType);
		const stored = await host.helpers
			.prepareBinaryData(Buffer.from(file.bytes), nameOf(link, contentType), contentType)
			.catch(() => undefined);
		if (!stored)
			return failed('unavailable', `The file "${link.name}" was fetched, but n8n could not keep it`, {
				advice: 'See whether the place where n8n keeps its files is full.',
			});
		binary[link.key] = stored;
	}
	return success(binary);
}
