import { parcelV3 } from '../../shared/carriers/cubyn/parcels/documented';
import { listParcels } from '../../shared/carriers/cubyn/parcels/list';
import { carrierById } from '../../shared/registry';
import { fillForm, type N8n } from '../../sandbox/hosts/n8n';
import { n8nWithCarrier, nodeType } from './run-on-n8n';
import type { Script, ScriptedCarrier } from './scripted-carrier';
import { useInstantClock } from './instant-clock';

useInstantClock();

const cubyn = carrierById('cubyn');
const parcels = Array.from({ length: 1_200 }, (_, at) => ({ ...parcelV3, id: at + 1, orderRef: `WC-${at + 1}` }));

/** A list in pages, as Cubyn gives it. */
const script: Script = ({ query }) => {
	const from = Number(query.offset ?? 0);
	return {
		status: 200,
		body: parcels.slice(from, from + Number(query.limit ?? 500)),
		headers: { 'x-total-count': String(parcels.length) },
	};
};

let server: ScriptedCarrier;
let n8n: N8n;
beforeEach(async () => {
	({ server, n8n } = await n8nWithCarrier(cubyn, script));
});
afterEach(async () => await server.close());

const node = { type: nodeType(cubyn) };
const requestedPages = () => server.requests.map(({ query }) => `${query.limit} from ${query.offset ?? 0}`);

describe('Get Many of a list in pages', () => {
	test.each([
		[{ returnAll: true }, 1_200, ['500 from 0', '500 from 500', '500 from 1000']],
		[{ returnAll: false, limit: 3 }, 3, ['3 from 0']],
		[{ returnAll: false }, 50, ['50 from 0']],
		[{ returnAll: false, limit: 700 }, 700, ['500 from 0', '500 from 500']],
	])('with %j requests no more than it returns', async (limits, items, requests) => {
		const run = await n8n.run([{}], { ...node, parameters: { ...fillForm(listParcels, {}), ...limits } });
		expect(run.items).toHaveLength(items);
		expect(requestedPages()).toEqual(requests);
	});
});

describe('a list to pick from', () => {
	test('reads as far as a person has scrolled', async () => {
		const first = await n8n.listSearch(node, 'searchParcels');
		expect(first.results.map(({ value }) => value)).toEqual(parcels.slice(0, 100).map(({ id }) => String(id)));
		expect(requestedPages()).toEqual(['101 from 0']);
		const second = await n8n.listSearch(node, 'searchParcels', undefined, String(first.paginationToken));
		expect(second.results.map(({ value }) => value)).toEqual(parcels.slice(100, 200).map(({ id }) => String(id)));
		expect(server.requests).toHaveLength(2);
	});

	test('is searched page by page until there is enough to show, or to its end', async () => {
		const some = await n8n.listSearch(node, 'searchParcels', 'wc-');
		expect(some.results).toHaveLength(100);
		expect(server.requests).toHaveLength(1);
		const last = await n8n.listSearch(node, 'searchParcels', 'WC-1200');
		expect(last.results.map(({ value }) => value)).toEqual(['1200']);
		expect(last.paginationToken).toBeUndefined();
		// First by the reference, which this carrier does not filter by.
		expect(requestedPages().slice(1)).toEqual(['101 from 0', '500 from 0', '500 from 500', '500 from 1000']);
	});
});
