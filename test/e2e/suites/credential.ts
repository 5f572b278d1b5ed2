import { sandboxFields } from '../../../sandbox/hosts/n8n-server';
import { carriers } from '../../../shared/registry';
import type { Carrier } from '../../../shared/declare/carrier';
import { expect, expectText } from '../checks';
import { typeName } from '../../../nodes/adapter/names';
import { inRow, start, type E2eEnvironment } from '../environment';

/** Types what a person knows of their account into the open dialog. */
async function fillCredential(
	{ editor }: E2eEnvironment,
	carrier: Carrier,
	values: Record<string, unknown>,
): Promise<void> {
	const dialog = editor.byTestId('editCredential-modal');
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
const secretOf = (carrier: Carrier) =>
	carrier.connection.form.find((field) => field.kind === 'text' && field.secret && field.required)?.key ?? '';

async function addCredential(environment: E2eEnvironment, carrier: Carrier): Promise<void> {
	const { editor, rest, sandbox, urls, checks } = environment;
	const dialog = editor.byTestId('editCredential-modal');
	const values = sandboxFields(carrier, sandbox, urls);
	const step = {
		name: carrier.title,
		type: `n8n-nodes-waybill.${typeName(carrier)}`,
		typeVersion: 1,
		position: [0, 0] as [number, number],
		parameters: {},
	};
	const workflow = await rest.createWorkflow({ name: `Connecting ${carrier.title}`, ...inRow([start, step]) });
	await checks.check(`reports in words that help that a ${carrier.title} credential is wrong`, async () => {
		await editor.openWorkflow(workflow.id);
		await editor.openNode(carrier.title);
		await editor.byTestId('node-credentials-select').first().click();
		await editor.byTestId('node-credentials-select-item-new').last().click();
		await dialog.waitFor();
		await fillCredential(environment, carrier, { ...values, [secretOf(carrier)]: 'surely-wrong' });
		await editor.byTestId('credential-save-button').click();
		await dialog.getByText('Couldn’t connect with these settings').waitFor();
		await dialog
			.getByText('More details')
			.first()
			.click()
			.catch(() => undefined);
		await editor.settle();
		const dialogText = await dialog.innerText();
		expectText(
			dialogText,
			new RegExp(`${carrier.title}[^.]*(refus|does not|not accept|did not|wrong|check)`, 'i'),
			'The dialog',
		);
	});
	await checks.check(`sees the test of a right ${carrier.title} credential succeed`, async () => {
		await fillCredential(environment, carrier, { [secretOf(carrier)]: values[secretOf(carrier)] });
		await editor.byTestId('credential-save-button').click();
		await dialog.waitFor({ state: 'hidden' });
		const chosen = await editor.byTestId('node-credentials-select').first().locator('input').first().inputValue();
		expect(chosen !== '', 'The step has not taken the new credential');
		await editor.byTestId('credential-edit-button').click();
		await editor.byTestId('credentials-config-container-test-success').waitFor();
	});
	await editor.closeDialogs();
}

export async function makeCredentials(environment: E2eEnvironment): Promise<void> {
	for (const carrier of carriers) await addCredential(environment, carrier);
}
