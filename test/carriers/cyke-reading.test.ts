import { createDelivery } from '../../shared/carriers/cyke/actions/create';
import { itemOf as eventItemOf } from '../../shared/declare/trigger';
import { getDelivery } from '../../shared/carriers/cyke/actions/get';
import { listDeliveries } from '../../shared/carriers/cyke/actions/list';
import { cancelDelivery } from '../../shared/carriers/cyke/actions/cancel';
import { updateDelivery } from '../../shared/carriers/cyke/actions/update';
import { cyke } from '../../shared/carriers/cyke/carrier';
import { deliveryV2 } from '../../shared/carriers/cyke/documented';
import { deliveryEvent } from '../../shared/carriers/cyke/webhook';
import type { Action } from '../../shared/declare/action';
import type { Item } from '../../shared/declare/facts';
import type { Result } from '../../shared/declare/failure';
import { isJsonObject, type Json, type JsonObject } from '../../shared/json';
import { connect } from '../../shared/run/connect';
import { perform } from '../../shared/run/perform';
import type { SendResult } from '../../shared/run/ports';
import { response, scriptedPorts, SAMPLE_NOW, type Responder } from '../core/scripted-ports';
import { accessOf, partsOf } from '../core/samples';
import { failureOf, itemOf } from './scripted-deliverit';

const booking: JsonObject = {
	client_order_reference: 'WC-1042',
	dropoff: {
		slot_starting_at: '2030-05-21T16:00:00+02:00',
		slot_ending_at: '2030-05-21T18:00:00+02:00',
		recipient_name: 'Ada Moreau',
		recipient_phone: '+33612345678',
		address: '12 rue des Petits Champs',
		postal_code: '75002',
		city: 'Paris',
	},
	packages: [{ package_type: '7', amount: 2 }],
};

async function run(
	action: Action,
	values: JsonObject,
	respond: Responder,
	fields: JsonObject = {},
): Promise<{ result: Result<Item[]>; posts: number; sent: ReturnType<typeof partsOf>[] }> {
	const access = connect(cyke, { email: 'victor@my_company.com', token: 'example-token', ...fields });
	if (!access.ok) throw new Error(access.failure.message);
	const ports = scriptedPorts(respond, SAMPLE_NOW);
	const result = await perform({ carrier: cyke, action, access: access.value, values }, ports);
	const sent = ports.sent.map(partsOf);
	return { result, posts: sent.filter(({ method }) => method === 'POST').length, sent };
}

/** Lists nothing, and answers the booking with this. */
const booked =
	(reply: SendResult): Responder =>
	(request) =>
		request.method === 'POST' ? reply : response(200, []);

/** Every field of an answer but its id, at every depth. */
function paths(value: Json | undefined, path: readonly (string | number)[] = []): (readonly (string | number)[])[] {
	if (Array.isArray(value)) return value.flatMap((each, index) => paths(each, [...path, index]));
	if (!isJsonObject(value)) return path.length === 0 ? [] : [path];
	return [
		...(path.length === 0 ? [] : [path]),
		...Object.entries(value).flatMap(([key, each]) =>
			path.length === 0 && key === 'id' ? [] : paths(each, [...path, key]),
		),
	];
}

function replaced(value: Json | undefined, [key, ...rest]: readonly (string | number)[], by: Json): Json {
	if (key === undefined) return by;
	if (Array.isArray(value)) return value.map((each, index) => (index === key ? replaced(each, rest, by) : each));
	const object = isJsonObject(value) ? value : {};
	return { ...object, [key]: replaced(object[String(key)], rest, by) };
}

const oddities: readonly Json[] = [23, '23', 990.5, '990', true, null, '', [], {}, [1], { url: 7 }, 'long ago'];

test.each(oddities)('a booking whose answer has %j in any one field is one booking, with one POST', async (odd) => {
	for (const path of paths(deliveryV2)) {
		const answer = replaced(deliveryV2, path, odd);
		const { result, posts } = await run(createDelivery, booking, booked(response(201, answer)));
		const item = itemOf(result);
		expect({ path, id: item.id, outcome: item.outcome, posts }).toEqual({
			path,
			id: '4711',
			outcome: 'created',
			posts: 1,
		});
		const parsed = createDelivery.output.safeParse(item);
		expect({ path, issues: parsed.error?.issues ?? [] }).toEqual({ path, issues: [] });
	}
});

test('what could not be read is named, and what could be is kept', async () => {
	const odd = { ...deliveryV2, id: '4711', price_cents: '990', client_order_reference: 1042, created_at: 'long ago' };
	const item = itemOf((await run(getDelivery, { id: '4711' }, () => response(200, odd))).result);
	expect(item).toMatchObject({
		id: '4711',
		reference: '1042',
		price: { amount: 9.9, minorUnits: 990 },
		createdAt: null,
	});
	expect(item.warnings).toEqual([expect.stringContaining('created_at')]);
	expect(item.carrierData).toMatchObject({ price_cents: '990', created_at: 'long ago' });
});

test('a success status without a readable body is a doubt: looked up, and never "not booked"', async () => {
	for (const reply of [
		{ response: { status: 201, headers: {}, text: '' } },
		{ response: { status: 201, headers: {}, text: '{"id": 47' } },
		{ response: { status: 201, headers: {}, text: '<html>OK</html>' } },
		{ response: { status: 202, headers: {}, text: '' } },
	]) {
		let isBooked = false;
		const { result, posts } = await run(createDelivery, booking, (request) => {
			if (request.method === 'POST') {
				isBooked = true;
				return reply;
			}
			if (!isBooked) return response(200, []);
			return request.url.includes('/deliveries/4711') ? response(200, deliveryV2) : response(200, [deliveryV2]);
		});
		expect(itemOf(result)).toMatchObject({ id: '4711', outcome: 'created' });
		expect(posts).toBe(1);
	}
});

test.each([
	[{ errors: { base: ['The slot is full'] } }, 'The slot is full'],
	[{ errors: { recipient_phone: ["can't be blank"] } }, "recipient_phone: can't be blank"],
	[{ errors: 'The slot is full' }, 'The slot is full'],
	[{ errors: [{ message: 'The slot is full' }] }, 'The slot is full'],
	[{ error: { detail: 'The slot is full' } }, 'The slot is full'],
	[{ message: 'The slot is full' }, 'The slot is full'],
	[['The slot is full'], 'The slot is full'],
	[{ reason: { text: 'The slot is full' } }, 'The slot is full'],
] as [Json, string][])('the reason of %j is shown', async (body, reason) => {
	for (const status of [400, 409, 422]) {
		const { result, posts } = await run(createDelivery, booking, booked(response(status, body)));
		expect(failureOf(result)).toMatchObject({ code: 'refused', message: expect.stringContaining(reason) });
		expect(posts).toBe(1);
	}
});

test('without a reason, none is spoken of', async () => {
	const { result } = await run(createDelivery, booking, booked(response(422, {})));
	const failure = failureOf(result);
	expect(failure.code).toBe('refused');
	expect(`${failure.message} ${failure.advice}`).not.toMatch(/reason above|The carrier said/);
});

const gateway = (status: number): SendResult => ({
	response: { status, headers: { 'content-type': 'text/html' }, text: '<html><h1>404 Not Found</h1>nginx</html>' },
});

test.each([400, 401, 403, 404, 409, 410, 502])("a gateway's %i on the list books nothing", async (status) => {
	const { result, posts } = await run(createDelivery, booking, () => gateway(status));
	expect(posts).toBe(0);
	expect(failureOf(result).message).toContain('booked nothing');
});

test("not found is Cyke's own JSON; a list is never missing", async () => {
	const found = async (action: Action, values: JsonObject, reply: SendResult) =>
		failureOf((await run(action, values, () => reply)).result).code;
	const own = response(404, { error: 'Not found' });
	expect(await found(getDelivery, { id: 4711 }, own)).toBe('not_found');
	expect(await found(cancelDelivery, { id: 4711 }, own)).toBe('not_found');
	expect(await found(getDelivery, { id: 4711 }, gateway(404))).toBe('unreadable_answer');
	expect(await found(getDelivery, { id: 4711 }, response(404, {}))).toBe('unreadable_answer');
	expect(await found(getDelivery, { id: 4711 }, response(404, { errors: ['Not found'] }))).toBe('not_found');
	for (const body of [
		{ message: 'no Route matched with those values' },
		{ detail: 'Not Found' },
		{ status: 404, error: 'Not Found', path: '/api/v2/deliveries/4711' },
		{ error: { code: 404, message: 'The requested URL was not found' } },
		{ errors: [{ status: '404', title: 'Not Found' }] },
		{ type: 'about:blank', title: 'Not Found', errors: ['upstream'] },
	])
		expect(await found(getDelivery, { id: 4711 }, response(404, body))).toBe('unreadable_answer');
	expect(await found(listDeliveries, {}, own)).toBe('unreadable_answer');
});

test('one empty list does not prove that there is nothing to cancel', async () => {
	const cancel = cyke.actions.find(({ id }) => id === 'shopOrder.cancel');
	if (!cancel) throw new Error('Cyke cancels by reference');
	const delivery = { ...deliveryV2, client_order_reference: 'WC-1042' };
	const cancelBy = async (emptyLists: number) => {
		let lists = 0;
		return await run(cancel, { reference: 'WC-1042' }, ({ method, url }) => {
			if (method !== 'GET') return response(200, { ...delivery, status: 'cancelled' });
			if (!url.includes('client_order_reference')) return response(200, delivery);
			return response(200, (lists += 1) <= emptyLists ? [] : [delivery]);
		});
	};
	expect(itemOf((await cancelBy(1)).result)).toMatchObject({ status: 'cancelled' });
	const { result, sent } = await cancelBy(9);
	expect(failureOf(result).code).toBe('not_found');
	expect(sent).toHaveLength(2);
});

test('one odd row never spoils the list; a row that hides a reference does', async () => {
	const rows = [{ id: {} }, 7, { id: '12', status: 'saved' }, { id: 13, price_cents: 'free' }];
	const all = await run(listDeliveries, {}, () => response(200, rows as Json));
	expect(all.result.ok && all.result.value.map(({ id }) => id)).toEqual(['12', '13']);
	expect(all.result.ok && all.result.value[0]?.warnings).toEqual([expect.stringContaining('2 more rows')]);
	const byReference = await run(listDeliveries, { client_order_reference: 'A' }, () => response(200, rows as Json));
	expect(failureOf(byReference.result).code).toBe('unreadable_answer');
	const fine = await run(listDeliveries, { client_order_reference: 'A' }, () => response(200, [{ id: 5 }]));
	expect(itemOf(fine.result)).toMatchObject({ id: '5', reference: 'A' });
});

test('a lone slot is sent as entered, without a read before it', async () => {
	const { sent } = await run(
		updateDelivery,
		{ id: 4711, dropoff: { slot_starting_at: '2030-05-21T17:00:00+02:00' } },
		() => response(200, deliveryV2),
	);
	expect(sent.map(({ method, body }) => ({ method, body }))).toEqual([
		{ method: 'PUT', body: { dropoff: { slot_starting_at: '2030-05-21T17:00:00.000+02:00' } } },
	]);
});

test('a phone may be left out where the connection says so', async () => {
	const values = replaced(booking, ['dropoff', 'recipient_phone'], null) as JsonObject;
	const without = await run(createDelivery, values, booked(response(201, deliveryV2)));
	expect(failureOf(without.result)).toMatchObject({ code: 'invalid_input', message: expect.stringContaining('Phone') });
	const agreed = await run(createDelivery, values, booked(response(201, deliveryV2)), { phone_optional: true });
	expect(itemOf(agreed.result).outcome).toBe('created');
	const post = agreed.sent.find(({ method }) => method === 'POST')?.body;
	expect(JSON.stringify(post)).not.toContain('recipient_phone');
});

test.each(['', '/', '/api', '/api/', '/api/v2', '/api/v1/', '//'])('a base URL that ends in "%s"', (ending) => {
	const fields = { email: 'a@b.fr', token: 't', environment: 'other', base_url: `https://coop.example.com${ending}` };
	const access = connect(cyke, fields);
	expect(access.ok && access.value.base).toBe('https://coop.example.com/api/v2');
});

describe('the webhook', () => {
	const read = (body: string) =>
		deliveryEvent.read({ query: {}, headers: { 'x-cyke-token': 'wh-sample' }, body }, accessOf(cyke, 'v2'));
	const event = (more: JsonObject) => JSON.stringify({ event_id: 1, event_type: 'delivery_scheduled', ...more });

	test.each(oddities)('%j in any one field still leaves the rest of the delivery readable', (odd) => {
		for (const path of paths(deliveryV2)) {
			const result = read(event({ payload: { delivery: replaced(deliveryV2, path, odd) } }));
			const emitted = result.ok ? result.value : undefined;
			const item = emitted && eventItemOf(emitted);
			expect({ path, subject: emitted?.order?.subject, status: item?.status }).toEqual({
				path,
				subject: '4711',
				status: 'scheduled',
			});
		}
	});

	test.each([
		['no delivery', event({ payload: {} })],
		['a delivery without a number', event({ payload: { delivery: { status: 'saved' } } })],
		['a type that is no text', JSON.stringify({ event_id: 1, event_type: 7, payload: { delivery: deliveryV2 } })],
		['a body that is no JSON', 'hello'],
		['a list', '[1]'],
	])('its secret is right and it has %s: handed on as it came', (_, body) => {
		const result = read(body);
		const item = result.ok ? eventItemOf(result.value) : undefined;
		expect(item).toMatchObject({ status: 'unknown', warnings: [expect.stringContaining('could not be understood')] });
		expect(deliveryEvent.output.safeParse(item).error?.issues ?? []).toEqual([]);
	});

	test('without an id, the same words again are the same event', () => {
		const ids = ['a', 'a', 'b'].map((note) => {
			const result = read(JSON.stringify({ event_type: 'delivery_saved', payload: { delivery: { id: 1, note } } }));
			return result.ok ? result.value.id : '';
		});
		expect(ids[0]).toBe(ids[1]);
		expect(ids[0]).not.toBe(ids[2]);
	});

	test('the test button makes no item, and its type counts more than the status in a payload', () => {
		expect(read(JSON.stringify({ event_id: 'x', event_type: 'test', payload: {} }))).toEqual({
			ok: true,
			value: { knownBy: 'id', id: 'x', type: 'test', content: 'nothing' },
		});
		const result = read(event({ payload: { delivery: { ...deliveryV2, status: 'saved' } } }));
		expect(result.ok && eventItemOf(result.value)?.status).toBe('scheduled');
	});

	test('picked up, in either direction; a failure on the pick-up; who took it, and how', () => {
		const item = (type: string, more: JsonObject) => {
			const result = read(
				JSON.stringify({ event_id: 1, event_type: type, payload: { delivery: { ...deliveryV2, ...more } } }),
			);
			return result.ok ? eventItemOf(result.value) : undefined;
		};
		expect(item('delivery_picked_up', { direction: 'outbound' })).toMatchObject({ status: 'picked_up' });
		const pickup = { failure_reason: 'Shop closed', completed_at: '2030-05-21T15:40:00.000+02:00' };
		expect(item('delivery_failed', { pickup })).toMatchObject({
			status: 'failed',
			reason: 'Shop closed',
			occurredAt: pickup.completed_at,
		});
		const pictures = [{ url: 'https://www.cyke.io/a.png', accepted_by: 'Concierge' }];
		expect(
			item('delivery_delivered', {
				sender_display_name: 'Fleurs',
				bring_back_containers: true,
				dropoff: { completion_pictures: pictures },
			}),
		).toMatchObject({ acceptedBy: 'Concierge', senderName: 'Fleurs', bringBackContainers: true });
	});
});

test('a cancel that leaves the delivery as it was is no quiet success', async () => {
	const shown = async (status: string) =>
		itemOf((await run(cancelDelivery, { id: 86 }, () => response(200, { id: 86, status }))).result).warnings;
	expect(await shown('scheduled')).toEqual([expect.stringContaining('shows the delivery as "scheduled"')]);
	expect(await shown('cancelled')).toBeUndefined();
});
