import { carriers } from '../../../shared/registry';
import { expect } from '../checks';
import type { World } from '../world';

/** What a shop owner calls what we do, and whether every carrier should answer to it. */
const words = ['courier', 'parcel', 'pickup', 'delivery', 'shipping', 'tracking'];

const find = (offered: readonly string[], title: string) => offered.findIndex((entry) => entry.startsWith(title));

export async function findNodes({ editor, checks: { check } }: World): Promise<void> {
	await editor.newWorkflow();
	await editor.id('canvas-add-button').click();
	for (const word of words) {
		await check(`finds every carrier by "${word}"`, async () => {
			const offered = await editor.searchNodes(word);
			const missing = carriers.filter(({ title }) => find(offered, title) < 0);
			expect(missing.length === 0, `"${word}" offers ${offered.slice(0, 8).join(' | ')}, and not ${missing.map(({ title }) => title).join(', ')}`);
		});
	}
	const claiming = carriers.filter((carrier) => Object.keys(carrier.resources).some((resource) => /claim/i.test(resource)));
	for (const { title } of claiming) {
		await check(`finds ${title} by "claim"`, async () => {
			const offered = await editor.searchNodes('claim');
			expect(find(offered, title) >= 0, `"claim" offers ${offered.slice(0, 8).join(' | ')}`);
		});
	}
	for (const { title } of carriers) {
		await check(`finds ${title} first by its name, told as what it does`, async () => {
			const offered = await editor.searchNodes(title.toLowerCase());
			const [first = ''] = offered;
			expect(first.startsWith(title), `"${title}" offers ${offered.slice(0, 5).join(' | ')}`);
			expect(!/^\S+ Starts the workflow/.test(first), `The entry tells of its triggers alone: ${first}`);
		});
	}
	await editor.clear();
}
