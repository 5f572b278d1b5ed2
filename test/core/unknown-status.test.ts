import { isJsonObject, type Json } from '../../shared/declare/json';
import { perform } from '../../shared/run/perform';
import { answer, scriptedPorts, SAMPLE_NOW } from './ports';
import { cases } from './samples';

/** The same answer in a word that its carrier may think of tomorrow. */
const withStatus = (body: Json, status: string): Json => {
	if (Array.isArray(body)) return body.map((each) => withStatus(each, status));
	return isJsonObject(body) ? { ...body, status } : body;
};

/** Single deliveries and parcels whose answer has a status of its own; Cubyn's flag that one is cancelled stands beside its status. */
const reads = cases.filter(
	({ action, sample }) =>
		action.verb === 'get' && ['delivery', 'parcel'].includes(action.resource) && isJsonObject(sample.answer.body) && typeof sample.answer.body.status === 'string' && sample.answer.body.cancelled !== true,
);

test('there are some of every carrier that names its statuses', () => {
	expect([...new Set(reads.map(({ carrier }) => carrier.id))].sort()).toEqual(['cubyn', 'cyke', 'hubrise']);
});

test.each(reads)('$name: a status that nobody knows is unknown, and never means moving', async ({ carrier, action, sample, access }) => {
	const ports = scriptedPorts(() => answer(200, withStatus(sample.answer.body, 'teleported')), SAMPLE_NOW);
	const result = await perform({ carrier, action, access, values: sample.input }, ports);
	const item = result.ok ? result.value[0] : undefined;
	expect(item).toMatchObject({ status: 'unknown', carrierStatus: 'teleported', terminal: false });
});
