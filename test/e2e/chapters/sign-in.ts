import { expectText } from '../checks';
import type { World } from '../world';

export async function signIn({ editor, checks: { check }, rest }: World): Promise<void> {
	await check('signs in with the printed address and password', async () => {
		await editor.signIn();
		await editor.page.getByText('Workflows').first().waitFor();
	});
	await check('finds the package under the settings of community nodes, or at least its node types', async () => {
		const names = (await rest.nodeTypes()).map(({ name }) => String(name)).filter((name) => name.startsWith('n8n-nodes-waybill.'));
		expectText(names.join(' '), /cyke .*cykeTool/, 'The list of node types');
	});
}
