import { createZapier, type ZapierHost } from '../../sandbox/hosts/zapier';
import { parcelV3 } from '../../shared/carriers/cubyn/parcels/documented';
import { order } from '../../shared/carriers/hubrise/documented';
import { carrierById } from '../../shared/registry';
import { CALL_BUDGET_MS } from '../../shared/run/retry';
import { errorOf } from './with-cyke';
import { appFor, authDataFor } from './run-on-zapier';
import { useSampleClock } from './sample-clock';
import { scriptedCarrier, type ReceivedRequest, type ScriptedCarrier, type StubResponse } from './scripted-carrier';

useSampleClock();

async function withCarrier(
	id: string,
	script: (request: ReceivedRequest) => StubResponse,
	work: (host: ZapierHost, carrier: ScriptedCarrier) => Promise<void>,
): Promise<void> {
	const carrier = await scriptedCarrier(script);
	const host = await createZapier(appFor(carrierById(id), 'all'), {
		authData: authDataFor(carrierById(id), 'all', carrier.address),
	});
	try {
		await work(host, carrier);
	} finally {
		await host.close();
		await carrier.close();
	}
}

const parcels = Array.from({ length: 1_200 }, (_, at) => ({ ...parcelV3, id: at + 1, orderRef: `WC-${at + 1}` }));
/** A list in pages, as Cubyn gives it. */
const cubyn = ({ query }: ReceivedRequest): StubResponse => {
	const from = Number(query.offset ?? 0);
	return {
		status: 200,
		body: parcels.slice(from, from + Number(query.limit ?? 500)),
		headers: { 'x-total-count': String(parcels.length) },
	};
};
const requestedPages = (carrier: ScriptedCarrier) =>
	carrier.requests.map(({ query }) => `${query.limit} from ${query.offset ?? 0}`);

test('a search gives as much of a long list as a later step can work through', async () => {
	await withCarrier('cubyn', cubyn, async (host, carrier) => {
		const found = await host.search('cubyn_find_parcels', {});
		expect(found.length).toBe(500);
		expect(found[0]?.warnings).toEqual([expect.stringContaining('only the first 500')]);
		expect(found.slice(1).every(({ warnings }) => warnings === undefined || warnings === null)).toBe(true);
		expect(requestedPages(carrier)).toEqual(['500 from 0', '500 from 500']);
	});
});

test('a search of exactly 500 says nothing of others', async () => {
	const all = ({ query }: ReceivedRequest): StubResponse => ({
		status: 200,
		body: Number(query.offset ?? 0) === 0 ? parcels.slice(0, 500) : [],
		headers: { 'x-total-count': '500' },
	});
	await withCarrier('cubyn', all, async (host) => {
		const found = await host.search('cubyn_find_parcels', {});
		expect([found.length, found[0]?.warnings ?? null]).toEqual([500, null]);
	});
});

test('a drop-down reads as far as a person has scrolled', async () => {
	await withCarrier('cubyn', cubyn, async (host, carrier) => {
		const page = async (number: number) =>
			(await host.list('cubyn_list_parcels', {}, { isFillingDynamicDropdown: true, page: number })).map(({ id }) => id);
		expect(await page(0)).toEqual(parcels.slice(0, 100).map(({ id }) => String(id)));
		expect(await page(1)).toEqual(parcels.slice(100, 200).map(({ id }) => String(id)));
		expect(requestedPages(carrier)).toEqual(['100 from 0', '200 from 0']);
		expect(await page(5)).toEqual(parcels.slice(500, 600).map(({ id }) => String(id)));
		expect(requestedPages(carrier).slice(2)).toEqual(['500 from 0', '500 from 500']);
	});
});

test('a search ends in words, with all its pages, before the platform ends it', async () => {
	const started = Date.now();
	const slow = ({ query }: ReceivedRequest): StubResponse => {
		jest.setSystemTime(Date.now() + CALL_BUDGET_MS / 3 + 1);
		const page = Number(query.cursor ?? 1);
		return {
			status: 200,
			body: [{ ...order, id: `o${page}` }],
			headers: page < 9 ? { 'x-cursor-next': String(page + 1) } : {},
		};
	};
	await withCarrier('hubrise', slow, async (host, carrier) => {
		const error = await errorOf(host.search('hubrise_find_orders', { status: 'new' }));
		expect(error.message).toContain('The time for this step ran out');
		expect(carrier.requests.length).toBe(3);
		expect(Date.now() - started).toBeLessThan(30_000);
	});
});
