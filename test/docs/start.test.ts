import { machineNode, runNode } from '../package/run-node';

// What the README shows first, as a newcomer runs it: on this machine's own Node, also where the tests run on another.
test('npm start shows the main job', async () => {
	const { code, stdout, stderr } = await runNode(['scripts/start.mjs'], { node: machineNode });
	expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
	expect(stdout.match(/outcome \w+/g)).toEqual([
		// A booking on each host, both once more, and one whose answer was lost; the last only proposes a time.
		'outcome booked',
		'outcome created',
		'outcome found',
		'outcome found',
		'outcome booked',
		'outcome created',
	]);
	expect(stdout.match(/(?:webhook|polling) +(?:n8n|Zapier) +delivery \d+ is delivered/g)).toHaveLength(6);
	expect(stdout).toContain('the carrier holds 1 delivery with the reference WC-1044');
});
