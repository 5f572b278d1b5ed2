import { emptyDeduplicator, deduplicate, type DeduplicatorState } from '../../shared/events/deduplicator';
import { receive } from '../../shared/events/receive';
import { signatureOf } from '../../shared/events/secret';
import { response, scriptedPorts } from '../core/scripted-ports';
import { access, carrier, webhookTrigger, SECRET } from './hubrise-callbacks/fixtures';

const trigger = webhookTrigger();
const notFound = response(404, { error_type: 'not_found' });

interface EventFields {
	id: string;
	at: string;
	status?: string;
	before?: string;
}

const event = ({ id, at, status, before }: EventFields) => ({
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
function createReceiver(now = 'accepted') {
	let dedupeState: DeduplicatorState = emptyDeduplicator();
	const ports = scriptedPorts(({ url }) =>
		url.includes('/callback/') ? notFound : response(200, { id: '5dpm9', status: now, items: [] }),
	);
	const isFresh: Parameters<typeof receive>[0]['isFresh'] = (each) => {
		const after = deduplicate(each, dedupeState, ports.now());
		dedupeState = after ?? dedupeState;
		return after !== undefined;
	};
	return async (received: EventFields, secret: string | undefined = SECRET) => {
		const body = JSON.stringify(event(received));
		const headers = { 'x-hubrise-hmac-sha256': signatureOf(body, secret) };
		return await receive({ carrier, trigger, access, eventTypes: [], isFresh }, { headers, body, query: {} }, ports);
	};
}

test('a status that comes back after an unreported step is emitted again', async () => {
	const receiveEvent = createReceiver();
	const first: EventFields = { id: 'e1', at: '12:00:00', status: 'accepted', before: 'new' };
	expect(await receiveEvent(first)).toMatchObject({ status: 200, item: { orderStatus: 'accepted' } });
	// The app itself moved the order on, and HubRise does not notify it of its own change. Then the till moved it back.
	const again: EventFields = { id: 'e2', at: '12:05:00', status: 'accepted', before: 'in_delivery' };
	expect(await receiveEvent(again)).toMatchObject({
		status: 200,
		item: { orderStatus: 'accepted', previousOrderStatus: 'in_delivery', eventId: 'e2' },
	});
	for (const each of [again, first]) expect(await receiveEvent(each)).toEqual({ status: 200 });
});

test('an event without a previous status is emitted once while the status lasts', async () => {
	const receiveEvent = createReceiver();
	expect(await receiveEvent({ id: 'e1', at: '12:00:00', status: 'accepted', before: 'new' })).toMatchObject({
		item: { orderStatus: 'accepted' },
	});
	expect(await receiveEvent({ id: 'e2', at: '12:05:00' })).toEqual({ status: 200 });
	expect(await receiveEvent({ id: 'e3', at: '12:06:00', status: 'accepted' })).toEqual({ status: 200 });
	expect(await receiveEvent({ id: 'e4', at: '12:07:00', status: 'completed' })).toMatchObject({
		item: { orderStatus: 'completed' },
	});
});

describe('an event that leaves something out', () => {
	const order = {
		id: '5dpm9',
		location_id: '3r4s3-1',
		status: 'accepted',
		service_type: 'delivery',
		items: [{ id: 'i1', product_name: 'Cake' }],
	};
	const delivery = {
		id: 'd7k2w',
		order_id: '5dpm9',
		status: 'pending',
		driver_latitude: '48.85',
		driver_longitude: '2.35',
	};
	const minimal = { id: 'e1', event_type: 'update', created_at: '2026-11-23T12:00:00+01:00', location_id: '3r4s3-1' };

	/** HubRise gives these for those paths, and knows nothing else. */
	async function received(body: object, resources: Readonly<Record<string, object>>) {
		const requestedPaths: string[] = [];
		const ports = scriptedPorts(({ url }) => {
			const path = new URL(url).pathname.replace('/v1', '');
			requestedPaths.push(path);
			return resources[path] ? response(200, JSON.parse(JSON.stringify(resources[path]))) : notFound;
		});
		const text = JSON.stringify(body);
		const call = { headers: { 'x-hubrise-hmac-sha256': signatureOf(text, SECRET) }, body: text, query: {} };
		const { status, item } = await receive(
			{ carrier, trigger, access, eventTypes: [], isFresh: () => true },
			call,
			ports,
		);
		return { status, item, requestedPaths };
	}

	test('the order is known by its state where the event does not name it', async () => {
		const { items, ...short } = order;
		const event = { ...minimal, resource_type: 'order', new_state: short, previous_state: { status: 'new' } };
		const outcome = await received(event, { '/locations/3r4s3-1/orders/5dpm9': order });
		expect(outcome).toMatchObject({
			status: 200,
			item: { id: '5dpm9', items: [{ name: 'Cake' }], previousOrderStatus: 'new' },
			requestedPaths: ['/locations/3r4s3-1/orders/5dpm9'],
		});
	});

	test('so is the order of a delivery', async () => {
		const event = { ...minimal, resource_type: 'delivery', new_state: { order_id: '5dpm9' } };
		const outcome = await received(event, { '/locations/3r4s3-1/orders/5dpm9/delivery': delivery });
		expect(outcome).toMatchObject({ status: 200, item: { id: 'd7k2w', orderId: '5dpm9', carrierStatus: 'pending' } });
	});

	const fields = ['location_id', 'service_type', 'items', 'customer', 'total', 'custom_fields', 'expected_time'];
	test.each(fields.flatMap((field) => [[field, { odd: [7] }] as const, [field, 'odd'] as const, [field, 7] as const]))(
		'an order with an odd %s (%j) is emitted all the same',
		async (field, odd) => {
			const oddOrder = { ...order, [field]: odd };
			const event = {
				...minimal,
				resource_type: 'order',
				order_id: '5dpm9',
				new_state: oddOrder,
				previous_state: { status: 'new' },
			};
			expect(await received(event, { '/locations/3r4s3-1/orders/5dpm9': oddOrder })).toMatchObject({
				status: 200,
				item: { id: '5dpm9', orderStatus: 'accepted' },
			});
		},
	);

	test.each(['account_id', 'created_at', 'delivery_id', 'previous_state'])(
		'an odd %s of the event itself does not swallow it',
		async (field) => {
			const event = { ...minimal, resource_type: 'order', order_id: '5dpm9', new_state: order, [field]: { odd: [7] } };
			const { status, item } = await received(event, { '/locations/3r4s3-1/orders/5dpm9': order });
			expect(status).toBe(200);
			expect(item).toMatchObject({ id: expect.any(String) });
		},
	);

	test.each([400, 401, 403, 404, 409, 410, 502])(
		"behind a gateway's %i, an event that has to be read is read again, not dropped",
		async (status) => {
			const body = JSON.stringify({ ...minimal, resource_type: 'delivery', new_state: { order_id: '5dpm9' } });
			const call = { headers: { 'x-hubrise-hmac-sha256': signatureOf(body, SECRET) }, body, query: {} };
			for (const text of ['<html><h1>nginx</h1></html>', '', `{"status":${status},"path":"/"}`]) {
				const ports = scriptedPorts(() => ({ response: { status, headers: {}, text } }));
				const outcome = await receive({ carrier, trigger, access, eventTypes: [], isFresh: () => true }, call, ports);
				expect(outcome).toMatchObject({ status: 503, isTrusted: true });
			}
		},
	);

	test('a position is not taken for a status because the previous state is missing', async () => {
		const event = { ...minimal, resource_type: 'delivery', order_id: '5dpm9', new_state: delivery };
		const fullEvent = { ...event, previous_state: { ...delivery, driver_latitude: '48.84' } };
		expect(await received(event, { '/callback/events/e1': fullEvent })).toMatchObject({
			status: 200,
			item: { change: 'position', previousCarrierStatus: 'pending' },
		});
		expect(await received(event, {})).toMatchObject({
			status: 200,
			item: { change: 'status', previousCarrierStatus: null },
		});
	});
});

test('without a Client Secret nothing can be verified, so HubRise has to retry', async () => {
	const { webhookSecret, ...minimal } = access;
	const call = { headers: { 'x-hubrise-hmac-sha256': signatureOf('{}', webhookSecret ?? '') }, body: '{}', query: {} };
	const outcome = await receive(
		{ carrier, trigger, access: minimal, eventTypes: [], isFresh: () => true },
		call,
		scriptedPorts(() => notFound),
	);
	expect(outcome).toMatchObject({
		status: 503,
		failure: { message: expect.stringContaining('no Client Secret'), advice: expect.stringContaining('Client Secret') },
	});
});

test('a call signed with another secret is refused, and its advice leads to the secret', async () => {
	const outcome = await createReceiver()({ id: 'e1', at: '12:00:00', status: 'accepted', before: 'new' }, 'guess');
	expect(outcome).toMatchObject({
		status: 503,
		failure: { code: 'not_authorised', advice: expect.stringContaining('Client Secret') },
	});
});
