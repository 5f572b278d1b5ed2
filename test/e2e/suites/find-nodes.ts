import { carriers } from '../../../shared/registry';
import { expect } from '../checks';
import type { E2eEnvironment } from '../environment';

/** What a shop owner calls what we do, and whether every carrier should answer to it. */
const searchTerms = ['courier', 'parcel', 'pickup', 'delivery', 'shipping', 'tracking'];

const indexOfTitle = (results: readonly string[], title: string) =>
	results.findIndex((entry) => entry.startsWith(title));

export async function findNodes({ editor, checks: { check } }: E2eEnvironment): Promise<void> {
	await editor.newWorkflow();
	await editor.byTestId('canvas-add-button').click();
	for (const term of searchTerms) {
		await check(`finds every carrier by "${term}"`, async () => {
			const results = await editor.searchNodes(term);
			const missing = carriers.filter(({ title }) => indexOfTitle(results, title) < 0);
			expect(
				missing.length === 0,
				`"${term}" offers ${results.slice(0, 8).join(' | ')}, and not ${missing.map(({ title }) => title).join(', ')}`,
			);
		});
	}
	const withClaims = carriers.filter((carrier) =>
		Object.keys(carrier.resources).some((resource) => /claim/i.test(resource)),
	);
	for (const { title } of withClaims) {
		await check(`finds ${title} by "claim"`, async () => {
			const results = await editor.searchNodes('claim');
			expect(indexOfTitle(results, title) >= 0, `"claim" offers ${results.slice(0, 8).join(' | ')}`);
		});
	}
	for (const { title } of carriers) {
		await check(`finds ${title} first by its name, with its description`, async () => {
			const results = await editor.searchNodes(title.toLowerCase());
			const [first = ''] = results;
			expect(first.startsWith(title), `"${title}" offers ${results.slice(0, 5).join(' | ')}`);
			expect(!/^\S+ Starts the workflow/.test(first), `The entry names its triggers alone: ${first}`);
		});
	}
	await editor.closeDialogs();
}
