import type { IBinaryKeyData, IExecuteFunctions, IPollFunctions, IWebhookFunctions } from 'n8n-workflow';

import type { FileLink } from '../../shared/declare/action';
import { failed, success, type Result } from '../../shared/declare/failure';
import { REQUEST_TIMEOUT_MS } from '../../shared/run/retry';
import type { Connected } from './ports';

/** Hosts that can keep a file beside an item. */
export type FileHost = IExecuteFunctions | IPollFunctions | IWebhookFunctions;

const endings: Readonly<Record<string, string>> = {
	'image/jpeg': 'jpg',
	'image/png': 'png',
	'image/gif': 'gif',
	'image/webp': 'webp',
	'image/svg+xml': 'svg',
	'application/pdf': 'pdf',
};

const withoutParameters = (contentType: string) => contentType.split(';')[0]?.trim().toLowerCase() ?? '';

function nameOf(link: FileLink, contentType: string): string {
	const ending = endings[contentType];
	return ending === undefined || link.name.endsWith(`.${ending}`) ? link.name : `${link.name}.${ending}`;
}

/** Fetches the files of one item, under the names their links bear. */
export async function fetchFiles(host: FileHost, { access, ports }: Connected, links: readonly FileLink[]): Promise<Result<IBinaryKeyData>> {
	const binary: IBinaryKeyData = {};
	for (const link of links) {
		const file = await ports.transport.fetchFile(new URL(link.url, access.base).href, link.open ? undefined : access, REQUEST_TIMEOUT_MS.read);
		if ('lost' in file) return failed('unavailable', `The file "${link.name}" could not be fetched: ${file.lost.why}`);
		const contentType = withoutParameters(file.contentType);
		const kept = await host.helpers.prepareBinaryData(Buffer.from(file.bytes), nameOf(link, contentType), contentType).catch(() => undefined);
		if (!kept) return failed('unavailable', `The file "${link.name}" was fetched, but n8n could not keep it`, { advice: 'See whether the place where n8n keeps its files is full.' });
		binary[link.key] = kept;
	}
	return success(binary);
}
