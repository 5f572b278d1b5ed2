import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { carriers } from '../../shared/registry';
import { packages, packAll, type Packed } from './packed';
import { root, runNode } from './run-node';

let packed: ReadonlyMap<string, Packed>;

beforeAll(async () => {
	packed = await packAll();
});

const coreOf = (name: string) => join(packed.get(name)?.unpacked ?? name, 'dist/core.js');

/** How often zod is used when the core is loaded, and when each of these exports is read for the first time. */
async function zodUses(name: string, exports: readonly string[]): Promise<number[]> {
	const { stdout, stderr } = await runNode([join(__dirname, 'core-exports.cjs'), coreOf(name), ...exports], {
		env: { NODE_PATH: join(root, 'node_modules') },
	});
	if (stderr !== '') throw new Error(stderr);
	return JSON.parse(stdout);
}

test.each(packages)('the code of $name has no samples, and nothing in it reads any', async ({ name }) => {
	const core = await readFile(coreOf(name), 'utf8');
	expect(core.match(/^\s*(?:samples|antiSamples|sample)[:,].*$|\.(?:samples|antiSamples|sample)\b.*$/gm) ?? []).toEqual(
		[],
	);
});

test('the pack of all declares a carrier when it is first needed, and none before', async () => {
	const [pack] = packages;
	const [atStart, ...each] = await zodUses(pack?.name ?? '', [...carriers.map(({ id }) => id), 'carriers']);
	expect(atStart).toBe(0);
	for (const uses of each.slice(0, -1)) expect(uses).toBeGreaterThan(50);
	// The list of all finds every carrier declared.
	expect(each.at(-1)).toBe(0);
});
