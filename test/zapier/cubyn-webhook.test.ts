import { createZapier, type ZapierHost } from '../../sandbox/hosts/zapier';
import { documentedProduct, documentedStockEvent } from '../../shared/carriers/cubyn/stock/samples';
import { documentedShipped, documentedTrials } from '../../shared/carriers/cubyn/events/webhook-samples';
import { carrierById, carriers } from '../../shared/registry';
import { errorOf } from './with-cyke';
import { appFor, authDataFor } from './run-on-zapier';

const KEY = 'cubyn_webhook_event';
const cubyn = () => carrierById('cubyn');
const call = (body: unknown, querystring = '') => ({
	headers: { 'Content-Type': 'application/json' },
	querystring,
	body: typeof body === 'string' ? body : JSON.stringify(body),
});
const secret = 'secret=wh-sample';

let host: ZapierHost;
beforeEach(async () => {
	host = await createZapier(appFor(cubyn(), 'all'), { authData: authDataFor(cubyn(), 'all', 'http://127.0.0.1:9') });
});
afterEach(async () => await host.close());

describe("Cubyn's webhook trigger in the app of all carriers", () => {
	test('accepts parcels by the key in the body, and removes the key', async () => {
		const items = await host.hook(KEY, call(documentedShipped));
		expect(items).toMatchObject([
			{ id: '817427867', status: 'in_transit', reference: '347-4957372-9234150', eventType: 'parcel:shipped' },
		]);
		expect(JSON.stringify(items)).not.toContain('my-app-key');
		expect(await host.hook(KEY, call(documentedTrials[1]))).toMatchObject([{ id: '673847167', status: 'picked_up' }]);
	});

	test('accepts stock by the secret in the address, with or without its question mark', async () => {
		expect(await host.hook(KEY, call(documentedStockEvent, `?${secret}`))).toMatchObject([
			{ id: 'product_2', warehouse: 'TOTAL', available: 81 },
		]);
		expect(await host.hook(KEY, call(documentedProduct, `utm=1&${secret}`))).toMatchObject([
			{ sku: 'productReferenceA', lots: [{ available: 2 }] },
		]);
	});

	test.each([
		['a parcel with another key', call({ ...documentedShipped, key: 'guess' }, secret), 'Application Key'],
		['stock without the secret', call(documentedStockEvent), 'Webhook Secret'],
		['stock with another secret', call(documentedStockEvent, 'secret=guess'), 'Webhook Secret'],
		['nothing that can be read', call('<html>'), 'Webhook Secret'],
	])('refuses %s, and leaves the Zap on', async (_what, forged, names) => {
		const error = await errorOf(host.hook(KEY, forged));
		expect(error).toMatchObject({ name: 'HaltedError', message: expect.stringContaining(names) });
		expect(error.message).not.toMatch(/my-app-key|wh-sample|Vaelin/);
	});

	test('emits repeats once, and stock again that returned to an earlier level', async () => {
		expect(await host.hook(KEY, call(documentedShipped))).toHaveLength(1);
		expect(await host.hook(KEY, call(documentedShipped))).toEqual([]);
		const itemCounts: number[] = [];
		for (const more of [{}, {}, { warehouse: 'FR' }, { available: 80 }, {}])
			itemCounts.push((await host.hook(KEY, call({ ...documentedStockEvent, ...more }, secret))).length);
		expect(itemCounts).toEqual([1, 0, 1, 1, 1]);
	});

	test('emits no late event, and none that was not chosen', async () => {
		const olderEvent = {
			...documentedShipped,
			event: 'parcel:picked',
			parcel: { ...Object(documentedShipped.parcel), status: 'PICKED', updatedAt: '2022-02-10T06:00:00.000Z' },
		};
		expect(await host.hook(KEY, call(documentedShipped), { events: ['parcel:picked'] })).toEqual([]);
		expect(await host.hook(KEY, call(documentedShipped))).toHaveLength(1);
		expect(await host.hook(KEY, call(olderEvent))).toEqual([]);
	});

	test('exists beside those of the other carriers, each under a key of its own', () => {
		const hooks = Object.entries(appFor(cubyn(), 'all').triggers).filter(
			([, { operation }]) => operation.type === 'hook',
		);
		expect(hooks.map(([key]) => key).sort()).toEqual(
			carriers
				.filter(({ webhookTriggers }) => webhookTriggers.length > 0)
				.map(({ id }) => `${id}_webhook_event`)
				.sort(),
		);
		const own = appFor(cubyn(), 'all').triggers[KEY];
		expect(own?.display).toMatchObject({
			label: 'Cubyn Webhook Event',
			directions: expect.stringContaining('?secret='),
		});
	});
});
