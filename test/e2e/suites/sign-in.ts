import { basename } from 'node:path';

import { n8n } from '../../../package.json';
import { expect } from '../checks';
import type { E2eEnvironment } from '../environment';

const published: readonly string[] = n8n.nodes;

export async function signIn({ editor, checks: { check }, rest }: E2eEnvironment): Promise<void> {
	await check('signs in with the printed address and password', async () => {
		await editor.signIn();
		await editor.page.getByText('Workflows').first().waitFor();
	});
	await check('n8n has loaded every node of the tarball', async () => {
		const loaded = new Set((await rest.nodeTypes()).map(({ name }) => String(name)));
		const missing = published
			.map((file) => basename(file, '.node.js'))
			.filter((name) => !loaded.has(`n8n-nodes-waybill.${name.charAt(0).toLowerCase()}${name.slice(1)}`));
		expect(missing.length === 0, `n8n does not know ${missing.join(', ')}`);
	});
}
