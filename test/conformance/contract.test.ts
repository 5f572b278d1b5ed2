import { cyke } from '../../shared/carriers/cyke/carrier';
import { defineCarrier, type CarrierDeclaration } from '../../shared/declare/carrier';
import { carriers } from '../../shared/registry';
import { contractProblems } from './contract-problems';

test.each(carriers.map((carrier) => [carrier.id, carrier] as const))('%s is declared as a whole', (_, carrier) => {
	expect(contractProblems(carrier)).toEqual([]);
});

test('no two carriers share an id', () => {
	expect(new Set(carriers.map(({ id }) => id)).size).toBe(carriers.length);
});

test('the lists of polling and webhook triggers are made from the one list', () => {
	for (const { triggers, pollingTriggers, webhookTriggers } of carriers) {
		expect(new Set([...pollingTriggers, ...webhookTriggers])).toEqual(new Set(triggers));
	}
});

test.each<[string, Partial<CarrierDeclaration>, RegExp]>([
	['an id used twice', { actions: [...cyke.actions, ...cyke.actions.slice(0, 1)] }, /is the id of two/],
	['an endpoint without an action', { actions: cyke.actions.slice(1) }, /has no action/],
	['an endpoint that is not there', { endpoints: { ...cyke.endpoints, count: 2 } }, /is not one of its endpoints/],
	['a list that is not there', { choices: {} }, /has the unknown list/],
	['a resource that is not there', { resources: {} }, /of the unknown resource/],
	['a sample connection that cannot be used', { sampleConnections: { v2: {}, v1: {} } }, /cannot be used/],
	['a sample on no connection', { sampleConnections: {} }, /has no sample connection/],
	['a pasted webhook without its secret', { pastedWebhook: undefined }, /pastedWebhook is missing/],
	['an exception without a reason', { review: [{ rule: 'D1', where: 'here', reason: ' ' }] }, /has no reason/],
	['a search word twice', { search: { ...cyke.search, aliases: ['bike', 'bike'] } }, /is there twice/],
	[
		'a shop order without its steps',
		{ actions: cyke.actions.filter(({ resource }) => resource !== 'shopOrder') },
		/no steps for shops' orders/,
	],
	['an id that is no folder name', { id: 'Cyke Paris' }, /is no folder name/],
])('%s is found', (_, change, problem) => {
	expect(contractProblems(defineCarrier({ ...cyke, ...change }))).toContainEqual(expect.stringMatching(problem));
});
