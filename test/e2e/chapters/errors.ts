import { expectText } from '../checks';
import { credentialOf, inRow, start, type World } from '../world';

const complete = {
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
	{ name: 'several fields that are missing, each by its name', parameters: { resource: 'delivery', operation: 'create' }, says: /Packages needs at least one package[\s\S]*Drop-Off Phone is missing/ },
	{ name: 'a phone number that nobody can call', parameters: { ...complete, dropoff_recipient_phone: '12' }, says: /Drop-Off Phone/ },
	{ name: 'what the carrier itself refuses', parameters: { ...complete, dropoff_postal_code: '13001', dropoff_city: 'Marseille' }, says: /Cyke/ },
	{ name: 'a delivery that is not there', parameters: { resource: 'delivery', operation: 'get', id: { __rl: true, mode: 'id', value: '999999' } }, says: /Not found[\s\S]*Check the number/ },
];

export async function seeErrors(world: World): Promise<void> {
	const { editor, rest, checks } = world;
	for (const { name, parameters, says } of mistakes) {
		const step = { name: 'Cyke', type: 'n8n-nodes-waybill.cyke', typeVersion: 1, position: [0, 0] as [number, number], parameters, credentials: credentialOf(world, 'cyke') };
		const workflow = await rest.makeWorkflow({ name: `Mistake: ${name}`, ...inRow([start, step]) });
		await checks.check(`tells of ${name}`, async () => {
			await editor.openWorkflow(workflow.id);
			await editor.openNode('Cyke');
			expectText(await editor.runStep(), says, 'The error');
		});
		await editor.clear();
	}
}
