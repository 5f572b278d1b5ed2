import { sandboxFields } from '../../../sandbox/hosts/n8n-server';
import { carriers } from '../../../shared/registry';
import type { Carrier } from '../../../shared/declare/carrier';
import { expect, expectText } from '../checks';
import { typeName } from '../../../nodes/adapter/names';
import { inRow, start, type World } from '../world';

/** Types what a person knows of their account into the open dialog. */
async function fill({ editor }: World, carrier: Carrier, values: Record<string, unknown>): Promise<void> {
	const dialog = editor.id('editCredential-modal');
	for (const field of carrier.connection.form) {
		const value = values[field.key];
		if (value === undefined || field.kind === 'group' || field.kind === 'lines') continue;
		if (field.kind === 'choice') {
			const label = field.options.find((option) => option.value === value)?.label ?? '';
			await dialog.locator(`[data-test-id="parameter-input-${field.key}"]`).first().click();
			await editor.choices.filter({ hasText: label }).first().click();
		} else {
			await dialog.locator(`[data-test-id="parameter-input-${field.key}"] input`).first().fill(String(value));
		}
	}
}

/** The field that makes a stranger of us when it is wrong. */
const secretOf = (carrier: Carrier) => carrier.connection.form.find((field) => field.kind === 'text' && field.secret && field.required)?.key ?? '';

async function connect(world: World, carrier: Carrier): Promise<void> {
	const { editor, rest, sandbox, urls, checks } = world;
	const dialog = editor.id('editCredential-modal');
	const values = sandboxFields(carrier, sandbox, urls);
	const step = { name: carrier.title, type: `n8n-nodes-waybill.${typeName(carrier)}`, typeVersion: 1, position: [0, 0] as [number, number], parameters: {} };
	const workflow = await rest.makeWorkflow({ name: `Connecting ${carrier.title}`, ...inRow([start, step]) });
	await checks.check(`tells in words that help that a ${carrier.title} credential is wrong`, async () => {
		await editor.openWorkflow(workflow.id);
		await editor.openNode(carrier.title);
		await editor.id('node-credentials-select').first().click();
		await editor.id('node-credentials-select-item-new').last().click();
		await dialog.waitFor();
		await fill(world, carrier, { ...values, [secretOf(carrier)]: 'surely-wrong' });
		await editor.id('credential-save-button').click();
		await dialog.getByText("Couldn’t connect with these settings").waitFor();
		await dialog.getByText('More details').first().click().catch(() => undefined);
		await editor.settled();
		const said = await dialog.innerText();
		expectText(said, new RegExp(`${carrier.title}[^.]*(refus|does not|not accept|did not|wrong|check)`, 'i'), 'The dialog');
	});
	await checks.check(`sees the test of a right ${carrier.title} credential succeed`, async () => {
		await fill(world, carrier, { [secretOf(carrier)]: values[secretOf(carrier)] });
		await editor.id('credential-save-button').click();
		await dialog.waitFor({ state: 'hidden' });
		const chosen = await editor.id('node-credentials-select').first().locator('input').first().inputValue();
		expect(chosen !== '', 'The step has not taken the new credential');
		await editor.id('credential-edit-button').click();
		await editor.id('credentials-config-container-test-success').waitFor();
	});
	await editor.clear();
}

export async function makeCredentials(world: World): Promise<void> {
	for (const carrier of carriers) await connect(world, carrier);
}
