import { subscription } from '../../shared/carriers/hubrise/inbox';
import { hubrise } from '../../shared/carriers/hubrise/carrier';
import type { PollTrigger } from '../../shared/declare/trigger';
import { pollInbox } from '../../shared/events/inbox';
import { poll } from '../../shared/events/poll';
import { pollStateless } from '../../shared/events/poll-stateless';
import { subscribe, unsubscribe } from '../../shared/events/subscribe';
import type { SendResult } from '../../shared/run/ports';
import { carriers } from '../../shared/registry';
import { perform } from '../../shared/run/perform';
import { performSample } from '../core/perform-sample';
import { accessOf, cases, filesOf } from '../core/samples';
import { response, SAMPLE_NOW, scriptedPorts } from '../core/scripted-ports';

const STATUSES = [400, 401, 403, 404, 409, 410, 502];
const FORMS: readonly [string, Record<string, string>, string][] = [
	['a page', { 'content-type': 'text/html' }, '<html><center><h1>404 Not Found</h1></center><hr>nginx</html>'],
	['nothing', {}, ''],
	['JSON of a gateway', { 'content-type': 'application/json' }, '{"status":404,"path":"/"}'],
];
const gateways = STATUSES.flatMap((status) =>
	FORMS.map(([form, headers, text]) => ({ status, form, answer: { response: { status, headers, text } } })),
);

const signedIn = response(201, { login: true, company: 14, msg: 'Welcome' });

const lists = carriers.flatMap((carrier) =>
	carrier.pollingTriggers
		.filter((trigger): trigger is PollTrigger => trigger.kind === 'poll')
		.map((trigger) => ({ name: `${carrier.title}: ${trigger.title}`, carrier, trigger })),
);

describe.each(lists)('$name', ({ carrier, trigger }) => {
	const context = { carrier, trigger, access: accessOf(carrier) };
	const portsWith = (answer: SendResult) =>
		// Signing in works: the gateway stands before the list.
		scriptedPorts(({ url }) => (url.endsWith('/login') ? signedIn : answer));

	test.each(gateways)('$status as $form is no empty list', async ({ answer }) => {
		const first = await poll(context, undefined, Infinity, portsWith(answer));
		expect(first.ok).toBe(false);
		const state = { since: Date.parse('2020-11-01T00:00:00Z'), from: null, seen: { known: 'saved' } };
		expect((await poll(context, state, Infinity, portsWith(answer))).ok).toBe(false);
		const ports = portsWith(answer);
		const limits = { closed: 100, reads: 25, deadline: ports.now() + 20_000, onlyKeys: false };
		expect((await pollStateless(context, limits, ports)).ok).toBe(false);
	});
});

const calls = cases.filter(({ action }) => action.kind === 'call');

test.each(calls.map((each) => [each.name, each] as const))(
	'%s: a web page with a success status is no success',
	async (_name, { carrier, action, access, sample }) => {
		const page = { response: { status: 200, headers: { 'content-type': 'text/html' }, text: '<html>Welcome</html>' } };
		const ports = scriptedPorts(
			({ url }) => (url.endsWith('/login') && action.id !== 'account.get' ? signedIn : page),
			SAMPLE_NOW,
			filesOf(sample.files),
		);
		const result = await perform({ carrier, action, access, values: sample.input }, ports);
		expect(result.ok && ports.sent.length > 0).toBe(false);
	},
);

test.each(calls.map((each) => [each.name, each] as const))('%s: any success is one', async (_name, each) => {
	const outcomeAt = async (status: number) => {
		const { result } = await performSample(each, { response: { status } });
		return result.ok ? result.value.map(({ id }) => id) : result.failure.code;
	};
	const { status } = each.sample.response;
	// A refusal stays one.
	if (status >= 300) return;
	const usual = await outcomeAt(status);
	for (const other of [200, 201, 202, 203]) expect(await outcomeAt(other)).toEqual(usual);
});

describe("HubRise's callback", () => {
	const context = { carrier: hubrise, subscription, access: accessOf(hubrise) };
	const request = { callback: { url: 'https://n8n.example.com/webhook/a', events: ['order.create'] } };

	test.each(gateways)('is not written over, nor removed, behind $status as $form', async ({ answer }) => {
		const ports = scriptedPorts(() => answer);
		expect((await subscribe(context, request, ports)).ok).toBe(false);
		expect((await unsubscribe(context, request, ports)).ok).toBe(false);
		expect(new Set(ports.sent.map(({ method }) => method))).toEqual(new Set(['GET']));
	});

	test.each(gateways)('behind $status as $form, an inbox is not taken for empty', async ({ answer }) => {
		const [trigger] = hubrise.pollingTriggers;
		if (trigger?.kind !== 'inbox') throw new Error('There is no inbox');
		const ports = scriptedPorts((sent) =>
			sent.url.endsWith('/callback')
				? {
						response: {
							status: 200,
							headers: {},
							text: '{"url":null,"events":{"order":["create","update"],"delivery":["create","update"]}}',
						},
					}
				: answer,
		);
		expect((await pollInbox({ ...context, trigger }, undefined, ports.now() + 20_000, ports)).ok).toBe(false);
	});
});
