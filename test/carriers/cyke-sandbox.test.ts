import { createSandbox, type Sandbox } from '../../sandbox/carriers';
import { createDelivery } from '../../shared/carriers/cyke/actions/create';
import { updateDelivery } from '../../shared/carriers/cyke/actions/update';
import { cyke } from '../../shared/carriers/cyke/carrier';
import type { Action } from '../../shared/declare/action';
import type { Item } from '../../shared/declare/facts';
import { withCredentials } from '../../shared/declare/connection';
import type { JsonObject } from '../../shared/declare/json';
import { connect } from '../../shared/run/connect';
import { perform } from '../../shared/run/perform';
import { scriptedPorts } from '../core/ports';
import { itemOf } from './delivering';

let sandbox: Sandbox;
beforeEach(() => {
	sandbox = createSandbox();
});

/** The whole road against the embedded Cyke, which was written from the carrier's page alone. */
async function run(action: Action, values: JsonObject): Promise<Item> {
	const access = connect(cyke, { email: 'shop@sandbox.example', token: 'CykeSandboxToken0001' });
	if (!access.ok) throw new Error(access.failure.message);
	const ports = scriptedPorts(async (request) => {
		const { method, url, headers, body } = withCredentials(request, access.value);
		const response = await sandbox.fetch(url, { method, headers: { ...headers }, body });
		return { answer: { status: response.status, headers: Object.fromEntries(response.headers), text: await response.text() } };
	}, sandbox.clock.now());
	return itemOf(await perform({ carrier: cyke, action, access: access.value, values }, ports));
}

const slot = (start: string, end: string) => ({ slot_starting_at: `2026-11-23 ${start}`, slot_ending_at: `2026-11-23 ${end}` });
const place = { recipient_name: 'Ada Moreau', recipient_phone: '06 12 34 56 78', address: '12 rue des Petits Champs', postal_code: '75002', city: 'Paris' };
const packages = [{ package_type: 'Bouquet', amount: 1 }];
const at = (start: string, end: string) => ({ slotStart: `2026-11-23T${start}:00.000+01:00`, slotEnd: `2026-11-23T${end}:00.000+01:00` });

test('a moved drop-off takes the pick-up at the shop along', async () => {
	const { id } = await run(createDelivery, { dropoff: { ...slot('14:00', '16:00'), ...place }, packages });
	const moved = await run(updateDelivery, { id, dropoff: slot('15:00', '17:00') });
	expect(moved).toMatchObject({ pickup: at('14:00', '16:00'), dropoff: at('15:00', '17:00') });
});

test('a moved collection from a customer takes the drop-off at the shop along', async () => {
	const { id, dropoff } = await run(createDelivery, { direction: 'inbound', pickup: { ...slot('14:00', '16:00'), ...place }, packages });
	expect(dropoff).toMatchObject(at('15:00', '17:00'));
	const moved = await run(updateDelivery, { id, pickup: slot('15:00', '17:00') });
	expect(moved).toMatchObject({ direction: 'inbound', pickup: at('15:00', '17:00'), dropoff: at('16:00', '18:00') });
});

test('between two places, what was agreed at the other end stands', async () => {
	const { id } = await run(createDelivery, {
		direction: 'other',
		pickup: { ...slot('11:00', '12:00'), ...place },
		dropoff: { ...slot('14:00', '16:00'), ...place },
		packages,
	});
	const moved = await run(updateDelivery, { id, dropoff: slot('15:00', '17:00') });
	expect(moved).toMatchObject({ direction: 'other', pickup: at('11:00', '12:00'), dropoff: at('15:00', '17:00') });
});
