import { join } from 'node:path';

import { typeName } from '../../../nodes/adapter/names';
import { carriers } from '../../../shared/registry';
import type { WorkflowNode } from '../../../sandbox/hosts/n8n-server';
import { expect } from '../checks';
import { credentialOf, inRow, start, type World } from '../world';

const TALLEST_PX = 2_400;
const USUAL = { width: 1_440, height: 1_000 };

/** Every form of every node, whole: to be looked at by a person. What a machine can see is only that it ends somewhere. */
async function picture({ editor, checks: { check, folder } }: World, name: string, file: string): Promise<void> {
	await check(`the form "${name}" opens, and ends`, async () => {
		await editor.openNode(name);
		const panel = editor.id('node-parameters');
		const height = await panel.evaluate((element) => element.scrollHeight);
		expect(height < TALLEST_PX, `The form is ${height} px tall before anything is filled in`);
		await editor.page.setViewportSize({ ...USUAL, height: Math.max(USUAL.height, height + 320) });
		await editor.settled();
		await panel.screenshot({ path: join(folder, `form-${file}.png`) });
		expect((await editor.id('ndv').getByText('undefined').count()) === 0, 'The form says "undefined"');
	});
	await editor.page.setViewportSize(USUAL);
	await editor.closeNode().catch(async () => await editor.clear());
}

export async function openForms(world: World): Promise<void> {
	const { editor, rest } = world;
	for (const carrier of carriers) {
		const type = `n8n-nodes-waybill.${typeName(carrier)}`;
		const base = { typeVersion: 1, position: [0, 0] as [number, number], credentials: credentialOf(world, carrier.id) };
		const steps: WorkflowNode[] = carrier.actions.map((action) => ({ ...base, name: action.title, type, parameters: { resource: action.resource, operation: action.verb } }));
		const workflow = await rest.makeWorkflow({ name: `Forms of ${carrier.title}`, ...inRow([start, ...steps]) });
		await editor.openWorkflow(workflow.id);
		for (const { name } of steps) {
			// A long row of steps: far ones are out of sight until the canvas is fitted.
			await editor.page.keyboard.press('1');
			await picture(world, name, `${carrier.id}-${name.toLowerCase().replace(/\W+/g, '-')}`);
		}
	}
}
