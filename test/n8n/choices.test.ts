import { cubyn } from '../../shared/carriers/cubyn/carrier';
import { cyke } from '../../shared/carriers/cyke/carrier';
import { parcelV3 } from '../../shared/carriers/cubyn/parcels/documented';
import { order } from '../../shared/carriers/hubrise/documented';
import { hubrise } from '../../shared/carriers/hubrise/carrier';
import { carriers } from '../../shared/registry';
import { useInstantClock } from './instant-clock';
import { n8nWithCarrier, nodeType } from './run-on-n8n';

useInstantClock();

const orders = [
	{ id: 'o1', created_at: '2030-05-20T09:00:00+02:00', expected_time: null, private_ref: 'WC-1', status: 'new' },
	{
		id: 'o3',
		created_at: '2030-05-21T10:00:00+02:00',
		expected_time: null,
		private_ref: 'WC-3',
		status: 'awaiting_shipment',
	},
	{ id: 'o2', created_at: '2030-05-20T22:00:00+02:00', expected_time: null, private_ref: 'WC-2', status: 'new' },
].map((each, at) => ({
	...order,
	...each,
	customer: { id: `c${at}`, first_name: ['Hélène', 'Ada', 'Otto'][at] ?? '', last_name: 'Petit' },
}));

describe('a drop-down of orders', () => {
	const node = { type: nodeType(hubrise), parameters: { authentication: 'accessToken' } };

	test('says when, for whom, under which number and where it stands, the newest first', async () => {
		const { n8n, server } = await n8nWithCarrier(hubrise, () => ({ status: 200, body: orders }));
		expect((await n8n.listSearch(node, 'searchOrders')).results.map(({ name }) => name)).toEqual([
			'2030-05-21 10:00, Ada Petit, WC-3, awaiting shipment',
			'2030-05-20 22:00, Otto Petit, WC-2, new',
			'2030-05-20 09:00, Hélène Petit, WC-1, new',
		]);
		await server.close();
	});

	test('is searched by the customer, without accents, and by several words', async () => {
		const { n8n, server } = await n8nWithCarrier(hubrise, () => ({ status: 200, body: orders }));
		const search = async (words: string) =>
			(await n8n.listSearch(node, 'searchOrders', words)).results.map(({ value }) => value);
		expect(await search('helene')).toEqual(['o1']);
		expect(await search('petit new')).toEqual(['o2', 'o1']);
		expect(await search('nobody')).toEqual([]);
		await server.close();
	});

	test('finds a reference that is older than its list', async () => {
		const { n8n, server } = await n8nWithCarrier(hubrise, ({ query }) => ({
			status: 200,
			body: query.private_ref === 'WC-0007' ? [{ ...orders[0], id: 'old', private_ref: 'WC-0007' }] : orders,
		}));
		const search = async (words: string) =>
			(await n8n.listSearch(node, 'searchOrders', words)).results.map(({ value }) => value);
		expect(await search('WC-0007')).toEqual(['old']);
		await server.close();
	});
});

test('times of the carrier are shown in its own zone', async () => {
	const { n8n, server } = await n8nWithCarrier(cubyn, () => ({ status: 200, body: [parcelV3] }));
	const { results } = await n8n.listSearch({ type: nodeType(cubyn) }, 'searchParcels');
	expect(results[0]?.name).toBe('2024-03-19 12:28, Audrey Melano, 38991824, delivered');
	await server.close();
});

test('an entry without a reference shows its number', async () => {
	const { n8n, server } = await n8nWithCarrier(cyke, () => ({
		status: 200,
		body: [{ id: 4711, created_at: '2030-05-20T09:12:44.000+02:00', status: 'saved' }],
	}));
	const node = { type: nodeType(cyke) };
	expect((await n8n.listSearch(node, 'searchDeliveries', '4711')).results.map(({ name }) => name)).toEqual([
		'2030-05-20 09:12, 4711, created',
	]);
	await server.close();
});

test.each(carriers.flatMap(({ id, choices }) => Object.entries(choices).map(([name, list]) => ({ id, name, list }))))(
	'$id: the entries of "$name" that have a date have one form',
	({ list }) => {
		const isBooking = ['Delivery', 'Order', 'Parcel', 'Return', 'Claim', 'Collect', 'Inbound Order'].includes(
			list.title,
		);
		expect('line' in list || !isBooking).toBe(true);
	},
);
