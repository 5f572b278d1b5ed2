import { createSandbox, type Sandbox } from '../../sandbox/carriers';
import { createDelivery } from '../../shared/carriers/cyke/actions/create';
import { updateDelivery } from '../../shared/carriers/cyke/actions/update';
import { cyke } from '../../shared/carriers/cyke/carrier';
import type { Action } from '../../shared/declare/action';
import type { Item } from '../../shared/declare/facts';
import { withCredentials } from '../../shared/declare/credentials';
import type { JsonObject } from '../../shared/json';
import { connect } from '../../shared/run/connect';
import { perform } from '../../shared/run/perform';
import { asReady } from '../core/samples';
import { scriptedPorts } from '../core/scripted-ports';
import { itemOf } from './scripted-deliverit';

let sandbox: Sandbox;
let requests = 0;
beforeEach(() => {
	sandbox = createSandbox();
});

/** The whole pipeline against the embedded Cyke, written only from the carrier's page. */
async function run(action: Action, values: JsonObject): Promise<Item> {
	const access = connect(cyke, { email: 'shop@sandbox.example', token: 'CykeSandboxToken0001' });
	if (!access.ok) throw new Error(access.failure.message);
	const ports = scriptedPorts(async (request) => {
		requests += 1;
		const { method, url, headers, body } = withCredentials(request, asReady(access.value));
		const response = await sandbox.fetch(url, { method, headers: { ...headers }, body });
		return {
			response: { status: response.status, headers: Object.fromEntries(response.headers), text: await response.text() },
		};
	}, sandbox.clock.now());
	return itemOf(await perform({ carrier: cyke, action, access: access.value, values }, ports));
}

const slot = (start: string, end: string) => ({
	slot_starting_at: `2026-11-23 ${start}`,
	slot_ending_at: `2026-11-23 ${end}`,
});
const place = {
	recipient_name: 'Ada Moreau',
	recipient_phone: '06 12 34 56 78',
	address: '12 rue des Petits Champs',
	postal_code: '75002',
	city: 'Paris',
};
const packages = [{ package_type: 'Bouquet', amount: 1 }];
const at = (start: string, end: string) => ({
	slotStart: `2026-11-23T${start}:00.000+01:00`,
	slotEnd: `2026-11-23T${end}:00.000+01:00`,
});

test('a moved drop-off is sent alone: one request, and the pick-up at the shop stays', async () => {
	const { id } = await run(createDelivery, { dropoff: { ...slot('14:00', '16:00'), ...place }, packages });
	const before = requests;
	const moved = await run(updateDelivery, { id, dropoff: slot('15:00', '17:00') });
	expect(requests - before).toBe(1);
	expect(moved).toMatchObject({ pickup: at('13:00', '15:00'), dropoff: at('15:00', '17:00') });
});

test.each(['object', 'number'] as const)('a booking from a saved address is read, echoed as %s', async (form) => {
	sandbox.cyke.settings.savedAddressForm = form;
	sandbox.cyke.settings.idForm = 'text';
	const booked = await run(createDelivery, {
		client_order_reference: 'WC-1042',
		direction: 'other',
		pickup: { saved_address: 23 },
		dropoff: { ...slot('14:00', '16:00'), ...place },
		packages,
	});
	expect(booked).toMatchObject({ reference: 'WC-1042', outcome: 'created', status: 'created' });
	expect(sandbox.cyke.deliveries).toHaveLength(1);
	const [delivery] = sandbox.cyke.deliveries;
	expect(booked.id).toBe(String(delivery?.id));
});

test('between two places, what was agreed at the other end stays', async () => {
	const { id } = await run(createDelivery, {
		direction: 'other',
		pickup: { ...slot('11:00', '12:00'), ...place },
		dropoff: { ...slot('14:00', '16:00'), ...place },
		packages,
	});
	const moved = await run(updateDelivery, { id, dropoff: slot('15:00', '17:00') });
	expect(moved).toMatchObject({ direction: 'other', pickup: at('11:00', '12:00'), dropoff: at('15:00', '17:00') });
});
