import type { Route } from '../../frame/carrier';
import { answer } from '../requests/answer';
import { apiRoutes } from '../requests/guard';
import { invalid } from '../requests/refusal';
import type { CubynState } from '../state';
import { pathOf, storeFile } from './attachments';
import { readForm } from './form';
import { isPdf } from './pdf';
import { signedLink } from './vault';

/** What claims are proven with: papers and photos, known by how they begin. */
const KINDS: { extension: string; contentType: string; is(bytes: Uint8Array): boolean }[] = [
	{ extension: 'pdf', contentType: 'application/pdf', is: isPdf },
	{ extension: 'png', contentType: 'image/png', is: (bytes) => beginsWith(bytes, [0x89, 0x50, 0x4e, 0x47]) },
	{ extension: 'jpg', contentType: 'image/jpeg', is: (bytes) => beginsWith(bytes, [0xff, 0xd8, 0xff]) },
];

export const fileRoutes: Route<CubynState>[] = apiRoutes({
	name: 'files.create',
	method: 'POST',
	paths: ['/v1/files'],
	effect: 'write',
	takes: 'multipart',
	handle: async (call) => {
		const { state, account, visit } = call;
		const { fields, file } = await readForm(call, ['name'], state.settings.fileMaxBytes);
		const kind = KINDS.find(({ is }) => is(file.bytes));
		if (kind === undefined) throw invalid({ field: 'file', rule: 'isPdfOrImage' });
		const key = storeFile(state, kind.extension, file.bytes, kind.contentType);
		state.fileOwners.set(key, account.id);
		return answer({
			key,
			url: signedLink(state, visit, pathOf(key)),
			meta: { contenttype: kind.contentType, originalname: fields.get('name') ?? file.name },
		});
	},
});

function beginsWith(bytes: Uint8Array, start: readonly number[]): boolean {
	return start.every((byte, place) => bytes[place] === byte);
}
