import { expect, expectText } from '../checks';
import { bookCourier } from '../book-courier';
import { credentialOf, inRow, start, type E2eEnvironment } from '../environment';

/** A form at Cyke's, with every kind of field that a person meets in it. */
async function fillCreate({ editor, checks: { check } }: E2eEnvironment): Promise<void> {
	await check('types texts, and dates in the form of the date field', async () => {
		await editor.type('client_order_reference', 'E2E-1');
		await editor.typeDate('dropoff_slot_starting_at', '2030-05-21 16:00:00');
		await editor.typeDate('dropoff_slot_ending_at', '2030-05-21 18:00:00');
		const typed = {
			recipient_name: 'Ada Moreau',
			recipient_phone: '+33612345678',
			address: '12 rue des Petits Champs',
			postal_code: '75002',
			city: 'Paris',
		};
		for (const [key, text] of Object.entries(typed)) await editor.type(`dropoff_${key}`, text);
	});
	await check('adds a field to a collection', async () => {
		await editor.addCollectionField('Drop-Off Fields', 'Company Name');
		await editor.type('company_name', 'Chez Ada');
	});
	await check('adds a line and picks its type from a list that the sandbox gave', async () => {
		const lines = editor.byTestId('fixed-collection-packages');
		await lines.locator('[data-test-id="fixed-collection-add"]').last().click();
		await editor.settle();
		await editor.choose('package_type', 'Bouquet');
		await editor.settle();
		expect(
			(await lines.locator('[data-test-id="parameter-issues"]').count()) === 0,
			'A filled-in line still shows a warning',
		);
	});
}

async function readResult({ editor, checks: { check } }: E2eEnvironment): Promise<void> {
	await check('runs the step and reads the table', async () => {
		const table = await editor.runStep();
		expectText(table, /E2E-1/, 'The output');
		expectText(table, /reference/, 'The heading of the table');
	});
	for (const [view, pattern] of [
		['schema', /pickup[\s\S]*Brasserie du Canal/],
		['json', /"reference":\s*"E2E-1"/],
	] as const) {
		await check(`reads the same as ${view}`, async () => {
			await editor.byTestId('output-panel').locator(`[data-test-id="radio-button-${view}"]`).click();
			await editor.settle();
			expectText(await editor.outputText(), pattern, `The ${view}`);
		});
	}
	await editor.closeNode();
}

async function pickDelivery({ editor, checks: { check } }: E2eEnvironment, id: string): Promise<void> {
	await editor.openNode('Get');
	await check('picks a delivery from a list that a person can read', async () => {
		await editor.byTestId('rlc-input').first().click();
		await editor.byTestId('rlc-item').first().waitFor();
		const entries = await editor.byTestId('rlc-item').allInnerTexts();
		expectText(entries.join(' | '), /\d{4}-\d\d-\d\d \d\d:\d\d, saved \(\d+\)/, 'The list');
		await editor.byTestId('rlc-item').first().click();
		expectText(await editor.runStep(), /Ada Moreau|carrierStatus/, 'The output');
	});
	await check('gives the same delivery by its number', async () => {
		await editor.byTestId('rlc-mode-selector').first().click();
		await editor.choices.filter({ hasText: 'By ID' }).first().click();
		await editor.byTestId('rlc-input').first().fill(id);
		expectText(await editor.runStep(), new RegExp(id), 'The output');
	});
	await editor.closeNode();
}

async function typeDates({ editor, checks: { check } }: E2eEnvironment): Promise<void> {
	await editor.openNode('Orders');
	await check('gives a day, and a list without results says so', async () => {
		await editor.typeDate('from', '2030-05-21');
		const value = await editor.field('from').locator('input').inputValue();
		expect(value === '2030-05-21', `The day reads "${value}"`);
	});
	await editor.closeNode();
}

export async function fillForms(environment: E2eEnvironment): Promise<void> {
	const { editor, rest } = environment;
	const id = await bookCourier(environment);
	const cyke = {
		type: 'n8n-nodes-waybill.cyke',
		typeVersion: 1,
		position: [0, 0] as [number, number],
		credentials: credentialOf(environment, 'cyke'),
	};
	const orders = {
		name: 'Orders',
		type: 'n8n-nodes-waybill.deliverIt',
		typeVersion: 1,
		position: [0, 0] as [number, number],
		parameters: { resource: 'order', operation: 'getAll' },
		credentials: credentialOf(environment, 'deliverit'),
	};
	const workflow = await rest.createWorkflow({
		name: 'Every kind of field',
		...inRow([
			start,
			{ ...cyke, name: 'Create', parameters: { resource: 'delivery', operation: 'create' } },
			{ ...cyke, name: 'Get', parameters: { resource: 'delivery', operation: 'get' } },
			orders,
		]),
	});
	await editor.openWorkflow(workflow.id);
	await editor.openNode('Create');
	await fillCreate(environment);
	await readResult(environment);
	await pickDelivery(environment, id);
	await typeDates(environment);
}
