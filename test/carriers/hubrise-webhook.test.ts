import { emptyGate, pass, type GateState } from '../../shared/events/gate';
import { receive } from '../../shared/events/receive';
import { signatureOf } from '../../shared/events/secret';
import { answer, scriptedPorts } from '../core/ports';
import { access, carrier, hook, SECRET } from './hubrise-callbacks/words';

const trigger = hook();
const gone = answer(404, { error_type: 'not_found' });

interface Told {
	id: string;
	at: string;
	status?: string;
	before?: string;
}

const event = ({ id, at, status, before }: Told) => ({
	id,
	resource_type: 'order',
	event_type: 'update',
	created_at: `2026-11-23T${at}+01:00`,
	order_id: '5dpm9',
	location_id: '3r4s3-1',
	...(status === undefined ? {} : { new_state: { status, items: [] } }),
	...(before === undefined ? {} : { previous_state: { status: before } }),
});

/** One trigger, called again and again; HubRise has the order as `now`, and no event any more. */
function hearing(now = 'accepted') {
	let gate: GateState = emptyGate();
	const ports = scriptedPorts(({ url }) => (url.includes('/callback/') ? gone : answer(200, { id: '5dpm9', status: now, items: [] })));
	const isFresh: Parameters<typeof receive>[0]['isFresh'] = (each) => {
		const after = pass(each, gate, ports.now());
		gate = after ?? gate;
		return after !== undefined;
	};
	return async (told: Told, secret: string | undefined = SECRET) => {
		const body = JSON.stringify(event(told));
		const headers = { 'x-hubrise-hmac-sha256': signatureOf(body, secret) };
		return await receive({ carrier, trigger, access, wanted: [], isFresh }, { headers, body, query: {} }, ports);
	};
}

test('a status that comes back after a step that nobody was told of is told again', async () => {
	const hear = hearing();
	const first: Told = { id: 'e1', at: '12:00:00', status: 'accepted', before: 'new' };
	expect(await hear(first)).toMatchObject({ status: 200, item: { orderStatus: 'accepted' } });
	// The app itself moved the order on, which HubRise does not tell it; then the till moved it back.
	const again: Told = { id: 'e2', at: '12:05:00', status: 'accepted', before: 'in_delivery' };
	expect(await hear(again)).toMatchObject({ status: 200, item: { orderStatus: 'accepted', previousOrderStatus: 'in_delivery', eventId: 'e2' } });
	for (const each of [again, first]) expect(await hear(each)).toEqual({ status: 200 });
});

test('what does not say what it was before is told once while it lasts', async () => {
	const hear = hearing();
	expect(await hear({ id: 'e1', at: '12:00:00', status: 'accepted', before: 'new' })).toMatchObject({ item: { orderStatus: 'accepted' } });
	expect(await hear({ id: 'e2', at: '12:05:00' })).toEqual({ status: 200 });
	expect(await hear({ id: 'e3', at: '12:06:00', status: 'accepted' })).toEqual({ status: 200 });
	expect(await hear({ id: 'e4', at: '12:07:00', status: 'completed' })).toMatchObject({ item: { orderStatus: 'completed' } });
});

describe('an event that leaves something out', () => {
	const order = { id: '5dpm9', location_id: '3r4s3-1', status: 'accepted', service_type: 'delivery', items: [{ id: 'i1', product_name: 'Cake' }] };
	const delivery = { id: 'd7k2w', order_id: '5dpm9', status: 'pending', driver_latitude: '48.85', driver_longitude: '2.35' };
	const bare = { id: 'e1', event_type: 'update', created_at: '2026-11-23T12:00:00+01:00', location_id: '3r4s3-1' };

	/** HubRise gives these for those paths, and knows nothing else. */
	async function told(body: object, there: Readonly<Record<string, object>>) {
		const asked: string[] = [];
		const ports = scriptedPorts(({ url }) => {
			const path = new URL(url).pathname.replace('/v1', '');
			asked.push(path);
			return there[path] ? answer(200, JSON.parse(JSON.stringify(there[path]))) : gone;
		});
		const text = JSON.stringify(body);
		const call = { headers: { 'x-hubrise-hmac-sha256': signatureOf(text, SECRET) }, body: text, query: {} };
		const { status, item } = await receive({ carrier, trigger, access, wanted: [], isFresh: () => true }, call, ports);
		return { status, item, asked };
	}

	test('the order is known by its state where the event does not name it', async () => {
		const { items, ...short } = order;
		const event = { ...bare, resource_type: 'order', new_state: short, previous_state: { status: 'new' } };
		const heard = await told(event, { '/locations/3r4s3-1/orders/5dpm9': order });
		expect(heard).toMatchObject({ status: 200, item: { id: '5dpm9', items: [{ name: 'Cake' }], previousOrderStatus: 'new' }, asked: ['/locations/3r4s3-1/orders/5dpm9'] });
	});

	test('so is the order of a delivery', async () => {
		const event = { ...bare, resource_type: 'delivery', new_state: { order_id: '5dpm9' } };
		const heard = await told(event, { '/locations/3r4s3-1/orders/5dpm9/delivery': delivery });
		expect(heard).toMatchObject({ status: 200, item: { id: 'd7k2w', orderId: '5dpm9', carrierStatus: 'pending' } });
	});

	test('a position is not called a status because the state before is missing', async () => {
		const event = { ...bare, resource_type: 'delivery', order_id: '5dpm9', new_state: delivery };
		const whole = { ...event, previous_state: { ...delivery, driver_latitude: '48.84' } };
		expect(await told(event, { '/callback/events/e1': whole })).toMatchObject({ status: 200, item: { change: 'position', previousCarrierStatus: 'pending' } });
		expect(await told(event, {})).toMatchObject({ status: 200, item: { change: 'status', previousCarrierStatus: null } });
	});
});

test('without a Client Secret nothing can be checked, so HubRise is asked to come again', async () => {
	const { webhookSecret, ...bare } = access;
	const call = { headers: { 'x-hubrise-hmac-sha256': signatureOf('{}', webhookSecret ?? '') }, body: '{}', query: {} };
	const heard = await receive({ carrier, trigger, access: bare, wanted: [], isFresh: () => true }, call, scriptedPorts(() => gone));
	expect(heard).toMatchObject({ status: 503, failure: { message: expect.stringContaining('no Client Secret'), advice: expect.stringContaining('Client Secret') } });
});

test('a call signed with another secret is refused, and its advice leads to the secret', async () => {
	const heard = await hearing()({ id: 'e1', at: '12:00:00', status: 'accepted', before: 'new' }, 'guess');
	expect(heard).toMatchObject({ status: 401, failure: { code: 'not_authorised', advice: expect.stringContaining('Client Secret') } });
});
