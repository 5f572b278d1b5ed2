import { isJsonObject, type Json } from '../../shared/json';
import { perform } from '../../shared/run/perform';
import { response, scriptedPorts, SAMPLE_NOW } from './scripted-ports';
import { cases } from './samples';

/** The same response with a status that its carrier may add later. */
const withStatus = (body: Json, status: string): Json => {
	if (Array.isArray(body)) return body.map((each) => withStatus(each, status));
	return isJsonObject(body) ? { ...body, status } : body;
};

/** Single deliveries and parcels with a status in their response. Cubyn has a separate flag for a cancelled parcel. */
const reads = cases.filter(
	({ action, sample }) =>
		action.verb === 'get' &&
		['delivery', 'parcel'].includes(action.resource) &&
		isJsonObject(sample.response.body) &&
		typeof sample.response.body.status === 'string' &&
		sample.response.body.cancelled !== true,
);

test('there are some of every carrier that names its statuses', () => {
	expect([...new Set(reads.map(({ carrier }) => carrier.id))].sort()).toEqual(['cubyn', 'cyke', 'hubrise']);
});

test.each(reads)(
	'$name: a new status of the carrier is unknown, and never means moving',
	async ({ carrier, action, sample, access }) => {
		const ports = scriptedPorts(() => response(200, withStatus(sample.response.body, 'teleported')), SAMPLE_NOW);
		const result = await perform({ carrier, action, access, values: sample.input }, ports);
		const item = result.ok ? result.value[0] : undefined;
		expect(item).toMatchObject({ status: 'unknown', carrierStatus: 'teleported', terminal: false });
	},
);
