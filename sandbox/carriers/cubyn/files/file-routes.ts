import type { Route } from '../../framework/carrier';
import { jsonResponse } from '../requests/responses';
import { apiRoutes } from '../requests/guard';
import type { CubynState } from '../state';
import { pathOf, storeFile } from './attachments';
import { readForm } from './multipart-form';
import { isPdf } from './pdf';
import { signedLink } from './vault';

/** Evidence for claims, recognised by its first bytes. CU24 restricts the size alone. */
const FILE_KINDS = [
	{ extension: 'pdf', contentType: 'application/pdf', matches: isPdf },
	{
		extension: 'png',
		contentType: 'image/png',
		matches: (bytes: Uint8Array) => startsWith(bytes, [0x89, 0x50, 0x4e, 0x47]),
	},
	{
		extension: 'jpg',
		contentType: 'image/jpeg',
		matches: (bytes: Uint8Array) => startsWith(bytes, [0xff, 0xd8, 0xff]),
	},
];
const ANOTHER_KIND = { extension: 'bin', contentType: 'application/octet-stream' };

export const fileRoutes: Route<CubynState>[] = apiRoutes({
	name: 'files.create',
	method: 'POST',
	paths: ['/v1/files'],
	effect: 'write',
	bodyType: 'multipart',
	handle: async (call) => {
		const { state, account, exchange } = call;
		const { fields, file } = await readForm(call, ['name'], state.settings.fileMaxBytes);
		const kind = FILE_KINDS.find(({ matches }) => matches(file.bytes)) ?? ANOTHER_KIND;
		const key = storeFile(state, kind.extension, file.bytes, kind.contentType);
		state.fileOwners.set(key, account.id);
		return jsonResponse({
			key,
			url: signedLink(state, exchange, pathOf(key)),
			meta: { contenttype: kind.contentType, originalname: fields.get('name') ?? file.name },
		});
	},
});

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
	return start.every((byte, index) => bytes[index] === byte);
}
