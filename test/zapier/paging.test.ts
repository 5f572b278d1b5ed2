import { createZapier, type ZapierHost } from '../../sandbox/hosts/zapier';
import { parcelV3 } from '../../shared/carriers/cubyn/parcels/documented';
import { order } from '../../shared/carriers/hubrise/documented';
import { carrierNamed } from '../../shared/registry';
import { CALL_BUDGET_MS } from '../../shared/run/retry';
import { errorOf } from './hosts';
import { appFor, authDataFor } from './run-on-zapier';
import { useSampleClock } from './sample-clock';
import { scriptedCarrier, type Arrived, type ScriptedCarrier, type Told } from './scripted-carrier';

useSampleClock();

async function withCarrier(id: string, tell: (request: Arrived) => Told, work: (host: ZapierHost, carrier: ScriptedCarrier) => Promise<void>): Promise<void> {
	const carrier = await scriptedCarrier(tell);
	const host = await createZapier(appFor(carrierNamed(id), 'all'), { authData: authDataFor(carrierNamed(id), 'all', carrier.address) });
	try {
		await work(host, carrier);
	} finally {
		await host.close();
		await carrier.close();
	}
}

const parcels = Array.from({ length: 1_200 }, (_, at) => ({ ...parcelV3, id: at + 1, orderRef: `WC-${at + 1}` }));
/** A list in pages, as Cubyn gives it. */
const cubyn = ({ query }: Arrived): Told => {
	const from = Number(query.offset ?? 0);
	return { status: 200, body: parcels.slice(from, from + Number(query.limit ?? 500)), headers: { 'x-total-count': String(parcels.length) } };
};
const asked = (carrier: ScriptedCarrier) => carrier.arrived.map(({ query }) => `${query.limit} from ${query.offset ?? 0}`);

test('a search gives as much of a long list as a later step can work through', async () => {
	await withCarrier('cubyn', cubyn, async (host, carrier) => {
		expect((await host.search('cubyn_find_parcels', {})).length).toBe(500);
		expect(asked(carrier)).toEqual(['500 from 0']);
	});
});

test('a drop-down reads as far as a person has scrolled', async () => {
	await withCarrier('cubyn', cubyn, async (host, carrier) => {
		const page = async (number: number) => (await host.list('cubyn_list_parcels', {}, { isFillingDynamicDropdown: true, page: number })).map(({ id }) => id);
		expect(await page(0)).toEqual(parcels.slice(0, 100).map(({ id }) => String(id)));
		expect(await page(1)).toEqual(parcels.slice(100, 200).map(({ id }) => String(id)));
		expect(asked(carrier)).toEqual(['500 from 0', '500 from 0']);
		expect(await page(5)).toEqual(parcels.slice(500, 600).map(({ id }) => String(id)));
		expect(asked(carrier).slice(2)).toEqual(['500 from 0', '500 from 500']);
	});
});

test('a search ends in words, with all its pages, before the platform ends it', async () => {
	const started = Date.now();
	const slow = ({ query }: Arrived): Told => {
		jest.setSystemTime(Date.now() + CALL_BUDGET_MS / 3 + 1);
		const page = Number(query.cursor ?? 1);
		return { status: 200, body: [{ ...order, id: `o${page}` }], headers: page < 9 ? { 'x-cursor-next': String(page + 1) } : {} };
	};
	await withCarrier('hubrise', slow, async (host, carrier) => {
		const error = await errorOf(host.search('hubrise_find_orders', { status: 'new' }));
		expect(error.message).toContain('The time for this step ran out');
		expect(carrier.arrived.length).toBe(3);
		expect(Date.now() - started).toBeLessThan(30_000);
	});
});
