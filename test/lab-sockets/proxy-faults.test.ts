import { createSandbox, type Sandbox } from '../../sandbox/carriers';
import { asReady } from '../core/samples';
import { accessFor } from '../lab/scenario';
import { subjects } from '../lab/subjects';
import { ProxiedRequests } from './proxied-requests';
import { ClockPacer } from './clock-pacer';
import type { ProxyFault } from './proxy-fault';
import { openProxy } from './proxy';
import { cut, drip, errorPage, latency, refused, reset, silence } from './proxy-faults';
import { openTransport } from './transport';

const STEP_MS = 100;
const pacer = new ClockPacer(STEP_MS);
const TIMEOUT_MS = 10_000;
let sandbox: Sandbox;
beforeEach(() => {
	sandbox = createSandbox();
});
afterEach(() => sandbox.close());

const booking = JSON.stringify({
	dropoff: {
		slot_starting_at: '2026-11-24T14:00:00+01:00',
		slot_ending_at: '2026-11-24T16:00:00+01:00',
		place: {
			recipient_name: 'Ada Moreau',
			recipient_phone: '+33612345678',
			address: '12 rue des Petits Champs',
			postal_code: '75002',
			city: 'Paris',
		},
	},
	packages: [{ name: 'Cake', amount: 1, volume_dm3: 8, weight_kg: 1.5 }],
});

/** One booking at Cyke under this strike: what the client gets, and how often the carrier has booked in the end. */
async function bookWith(fault: ProxyFault) {
	const subject = subjects.find(({ lookUps }) => lookUps === 'lagging');
	if (!subject) throw new Error('No booking is looked up');
	const requests = new ProxiedRequests(
		{ seed: 1, createFaults: [fault], lookUpFaults: [], readFaults: [], lag: { from: 0, to: 0 }, runs: [] },
		subject,
	);
	const { urls } = await sandbox.listen();
	const proxy = await openProxy(urls.cyke, requests, async (ms) => await sandbox.clock.sleep(ms));
	const pacerEntry = pacer.join(sandbox.clock, requests);
	const { transport } = openTransport(requests, sandbox.clock);
	const request = {
		method: 'POST' as const,
		url: `${proxy.url}/api/v2/deliveries`,
		headers: { 'content-type': 'application/json' },
		body: booking,
	};
	const startedAt = sandbox.clock.now();
	const result = await Promise.race([
		transport.send(request, asReady(accessFor(subject, { environment: 'other', base_url: proxy.url })), TIMEOUT_MS),
		pacerEntry.stalled,
	]);
	const durationMs = sandbox.clock.now() - startedAt;
	// What was still to happen at the proxy or at the carrier happens now, or never.
	await sandbox.clock.sleep(2 * TIMEOUT_MS);
	pacerEntry.leave();
	await proxy.close();
	return {
		received: 'noResponse' in result ? result.noResponse.delivered : result.response.status,
		text: 'noResponse' in result ? '' : result.response.text,
		booked: sandbox.cyke.deliveries.length,
		durationMs,
	};
}

test.each<[ProxyFault, 'no' | 'maybe' | number, number]>([
	[refused, 'no', 0],
	[reset('before'), 'maybe', 0],
	[reset('after'), 'maybe', 1],
	[silence('before'), 'maybe', 0],
	[silence('after'), 'maybe', 1],
	[latency(2_000, 2_000), 201, 1],
	[latency(12_000, 0), 'maybe', 0],
	[latency(0, 12_000), 'maybe', 1],
	[drip(4_000, 5), 201, 1],
	[drip(15_000, 5), 'maybe', 1],
	[cut('clean'), 201, 1],
	[cut('torn'), 'maybe', 1],
	[errorPage(200, 'before'), 200, 0],
	[errorPage(502, 'after'), 502, 1],
	[errorPage(302, 'after', { location: 'https://elsewhere.example/' }), 302, 1],
])('%j: the client gets %j, the carrier books %i', async (fault, received, booked) => {
	expect(await bookWith(fault)).toMatchObject({ received, booked });
});

test('what is silent lasts as long as the client waits, what drips arrives complete, what is cut does not', async () => {
	expect((await bookWith(silence('before'))).durationMs).toBeGreaterThanOrEqual(TIMEOUT_MS);
	const complete = await bookWith(drip(4_000, 5));
	expect(JSON.parse(complete.text)).toMatchObject({ status: 'saved' });
	expect(complete.durationMs).toBeGreaterThanOrEqual(4_000);
	expect(complete.durationMs).toBeLessThan(TIMEOUT_MS);
	const half = await bookWith(cut('clean'));
	expect(() => JSON.parse(half.text)).toThrow(SyntaxError);
});

/** By the clock on the wall: at this pace more virtual time than anybody waits, if it went on meanwhile. */
const realDelay = async () => await new Promise((resolve) => setTimeout(resolve, 500));

test.each<ProxyFault>([
	{
		description: 'the machine has no moment for the way there',
		async apply(exchange) {
			await realDelay();
			exchange.reply(await exchange.forward());
		},
	},
	{
		description: 'the machine has no moment for the rest of the answer',
		async apply(exchange) {
			const response = await exchange.forward();
			const slow = exchange.beginResponse(response);
			await realDelay();
			slow.write(response.body);
			slow.end();
		},
	},
])('no time passes while $description', async (fault) => {
	const { received, booked, durationMs } = await bookWith(fault);
	expect({ received, booked }).toEqual({ received: 201, booked: 1 });
	// The step in which the request was sent may have begun before.
	expect(durationMs).toBeLessThanOrEqual(STEP_MS);
});
