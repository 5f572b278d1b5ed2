import { expectText } from '../checks';
import { credentialOf, inRow, start, type E2eEnvironment } from '../environment';

const validParameters = {
	resource: 'delivery',
	operation: 'create',
	client_order_reference: 'E2E-ERROR',
	dropoff_slot_starting_at: '2030-05-21T16:00:00+02:00',
	dropoff_slot_ending_at: '2030-05-21T18:00:00+02:00',
	dropoff_recipient_name: 'Ada Moreau',
	dropoff_recipient_phone: '+33612345678',
	dropoff_address: '12 rue des Petits Champs',
	dropoff_postal_code: '75002',
	dropoff_city: 'Paris',
	packages: { line: [{ package_type: '3', amount: 1 }] },
};

const mistakes = [
	{
		name: 'several fields that are missing, each by its name',
		parameters: { resource: 'delivery', operation: 'create' },
		expected: /Packages needs at least one package[\s\S]*Drop-Off Phone is missing/,
	},
	{
		name: 'a phone number that nobody can call',
		parameters: { ...validParameters, dropoff_recipient_phone: '12' },
		expected: /Drop-Off Phone/,
	},
	{
		name: 'what the carrier itself refuses',
		parameters: { ...validParameters, dropoff_postal_code: '13001', dropoff_city: 'Marseille' },
		expected: /Cyke/,
	},
	{
		name: 'a delivery that is not there',
		parameters: { resource: 'delivery', operation: 'get', id: { __rl: true, mode: 'id', value: '999999' } },
		expected: /Not found[\s\S]*Check the number/,
	},
];

export async function showErrors(environment: E2eEnvironment): Promise<void> {
	const { editor, rest, checks } = environment;
	for (const { name, parameters, expected } of mistakes) {
		const step = {
			name: 'Cyke',
			type: 'n8n-nodes-waybill.cyke',
			typeVersion: 1,
			position: [0, 0] as [number, number],
			parameters,
			credentials: credentialOf(environment, 'cyke'),
		};
		const workflow = await rest.createWorkflow({ name: `Mistake: ${name}`, ...inRow([start, step]) });
		await checks.check(`reports ${name}`, async () => {
			await editor.openWorkflow(workflow.id);
			await editor.openNode('Cyke');
			expectText(await editor.runStep(), expected, 'The error');
		});
		await editor.closeDialogs();
	}
}
