import { cyke } from '../../shared/carriers/cyke/carrier';
import { getDelivery } from '../../shared/carriers/cyke/actions/get';
import { deliveryV2 } from '../../shared/carriers/cyke/documented';
import { deliveryEvent } from '../../shared/carriers/cyke/webhook';
import type { JsonObject } from '../../shared/json';
import { connect } from '../../shared/run/connect';
import { perform } from '../../shared/run/perform';
import { response, scriptedPorts } from '../core/scripted-ports';
import { accessOf, partsOf } from '../core/samples';
import { itemOf } from './scripted-deliverit';

const responseCases = cyke.actions.flatMap((action) =>
	(action.responses ?? []).map((sample) => ({ action, sample, name: `${action.id}: ${sample.title}` })),
);

test.each(responseCases)('$name', async ({ action, sample }) => {
	const ports = scriptedPorts((request) => {
		const { method, path } = partsOf(request);
		const read = method === 'GET' ? sample.otherResponses?.[path] : undefined;
		return read ? response(read.status, read.body) : response(sample.response.status, sample.response.body);
	});
	const result = await perform(
		{ carrier: cyke, action, access: accessOf(cyke, sample.connection), values: sample.input },
		ports,
	);
	expect(result.ok ? 'items' : result.failure.code).toBe(sample.expected);
	if (!result.ok) expect(result.failure.message).toBe('The carrier said: Packages Unknown type');
});

async function read(body: JsonObject, fields: JsonObject = {}) {
	const access = connect(cyke, { email: 'victor@my_company.com', token: 'example-token', ...fields });
	if (!access.ok) throw new Error(access.failure.message);
	const ports = scriptedPorts(() => response(200, body));
	return itemOf(
		await perform({ carrier: cyke, action: getDelivery, access: access.value, values: { id: 4711 } }, ports),
	);
}

test('the page of a delivery is on the installation that was spoken to', async () => {
	expect((await read(deliveryV2)).page).toBe('https://www.cyke.io/deliveries/4711');
	const other = { environment: 'other', base_url: 'https://coop.example.com/', api_version: 'v1' };
	expect((await read(deliveryV2, other)).page).toBe('https://coop.example.com/deliveries/4711');
});

test('a status is dated by the task that reached it', async () => {
	const pickup = { completed_at: '2030-05-21T15:40:00.000+02:00', failure_reason: 'Nobody there' };
	const at = async (status: string, dropoff: JsonObject = {}) =>
		(await read({ ...deliveryV2, status, pickup, dropoff })).occurredAt;
	expect(await at('picked_up')).toBe(pickup.completed_at);
	expect(await at('failed')).toBe(pickup.completed_at);
	expect(await at('cancelled')).toBeNull();
	expect(await at('delivered', { completed_at: '2030-05-21T16:40:00.000+02:00' })).toBe(
		'2030-05-21T16:40:00.000+02:00',
	);
});

test('pictures and signatures as addresses, as objects, and announced without a file', () => {
	const dropoff = {
		completion_pictures: ['https://www.cyke.io/a.png', { url: 'https://www.cyke.io/b.png' }, { url: null }, {}, ''],
		completion_signature: { accepted_by: 'Concierge', url: null },
	};
	const event = { event_id: 9, event_type: 'delivery_delivered', payload: { delivery: { id: 4711, dropoff } } };
	const access = accessOf(cyke, 'v2');
	const result = deliveryEvent.read(
		{ query: {}, headers: { 'x-cyke-token': 'wh-sample' }, body: JSON.stringify(event) },
		access,
	);
	expect(result).toMatchObject({
		ok: true,
		value: {
			id: '9',
			item: {
				status: 'delivered',
				files: [
					{ key: 'dropoff_picture_1', url: 'https://www.cyke.io/a.png' },
					{ key: 'dropoff_picture_2', url: 'https://www.cyke.io/b.png' },
				],
				carrierData: { dropoff },
			},
		},
	});
});
