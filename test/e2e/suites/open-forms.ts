import { join } from 'node:path';

import { typeName } from '../../../nodes/adapter/names';
import { carriers } from '../../../shared/registry';
import type { WorkflowNode } from '../../../sandbox/hosts/n8n-server';
import { expect } from '../checks';
import { credentialOf, inRow, start, type E2eEnvironment } from '../environment';

const MAX_HEIGHT_PX = 2_400;
const DEFAULT_VIEWPORT = { width: 1_440, height: 1_000 };

/** Opens one form in full, for a person to check. The machine checks only that the form ends. */
async function screenshotForm(
	{ editor, checks: { check, folder } }: E2eEnvironment,
	name: string,
	file: string,
): Promise<void> {
	await check(`the form "${name}" opens, and ends`, async () => {
		await editor.openNode(name);
		const panel = editor.byTestId('node-parameters');
		const height = await panel.evaluate((element) => element.scrollHeight);
		expect(height < MAX_HEIGHT_PX, `The form is ${height} px tall before anything is filled in`);
		await editor.page.setViewportSize({ ...DEFAULT_VIEWPORT, height: Math.max(DEFAULT_VIEWPORT.height, height + 320) });
		await editor.settle();
		await panel.screenshot({ path: join(folder, `form-${file}.png`) });
		expect((await editor.byTestId('ndv').getByText('undefined').count()) === 0, 'The form says "undefined"');
	});
	await editor.page.setViewportSize(DEFAULT_VIEWPORT);
	await editor.closeNode().catch(async () => await editor.closeDialogs());
}

export async function openForms(environment: E2eEnvironment): Promise<void> {
	const { editor, rest } = environment;
	for (const carrier of carriers) {
		const type = `n8n-nodes-waybill.${typeName(carrier)}`;
		const base = {
			typeVersion: 1,
			position: [0, 0] as [number, number],
			credentials: credentialOf(environment, carrier.id),
		};
		const steps: WorkflowNode[] = carrier.actions.map((action) => ({
			...base,
			name: action.title,
			type,
			parameters: { resource: action.resource, operation: action.verb },
		}));
		const workflow = await rest.createWorkflow({ name: `Forms of ${carrier.title}`, ...inRow([start, ...steps]) });
		await editor.openWorkflow(workflow.id);
		for (const { name } of steps) {
			// A long row of steps: far ones are out of sight until the canvas is fitted.
			await editor.page.keyboard.press('1');
			await screenshotForm(environment, name, `${carrier.id}-${name.toLowerCase().replace(/\W+/g, '-')}`);
		}
	}
}
