import { createSandbox, type Sandbox } from '../../sandbox/carriers';
import { accessFor } from '../lab/scenario';
import { subjects } from '../lab/subjects';
import { Crossings } from './crossings';
import { Pace } from './pace';
import type { Strike } from './passing';
import { openProxy } from './proxy';
import { cut } from './strikes/cut';
import { drip } from './strikes/drip';
import { latency } from './strikes/latency';
import { page } from './strikes/page';
import { refused } from './strikes/refused';
import { reset } from './strikes/reset';
import { silence } from './strikes/silence';
import { openWire } from './wire';

const STEP_MS = 100;
const pace = new Pace(STEP_MS);
const PATIENCE_MS = 10_000;
let sandbox: Sandbox;
beforeEach(() => {
	sandbox = createSandbox();
});
afterEach(() => sandbox.close());

const booking = JSON.stringify({
	dropoff: {
		slot_starting_at: '2026-11-24T14:00:00+01:00',
		slot_ending_at: '2026-11-24T16:00:00+01:00',
		place: { recipient_name: 'Ada Moreau', recipient_phone: '+33612345678', address: '12 rue des Petits Champs', postal_code: '75002', city: 'Paris' },
	},
	packages: [{ name: 'Cake', amount: 1, volume_dm3: 8, weight_kg: 1.5 }],
});

/** One booking at Cyke under this strike: what the client gets, and how often the carrier has booked in the end. */
async function under(strike: Strike) {
	const subject = subjects.find(({ carrier }) => carrier.id === 'cyke');
	if (!subject) throw new Error('The lab knows no Cyke');
	const crossings = new Crossings({ seed: 1, subject: 0, creates: [strike], lookUps: [], lag: { from: 0, to: 0 }, runs: [] }, subject.routes);
	const { urls } = await sandbox.listen();
	const proxy = await openProxy(urls.cyke, crossings, async (ms) => await sandbox.clock.sleep(ms));
	const pacing = pace.join(sandbox.clock, crossings);
	const { transport } = openWire(crossings, sandbox.clock);
	const request = { method: 'POST' as const, url: `${proxy.url}/api/v2/deliveries`, headers: { 'content-type': 'application/json' }, body: booking };
	const began = sandbox.clock.now();
	const sent = await Promise.race([transport.send(request, accessFor(subject, { environment: 'other', base_url: proxy.url }), PATIENCE_MS), pacing.hung]);
	const took = sandbox.clock.now() - began;
	// What was still to happen at the proxy or at the carrier happens now, or never.
	await sandbox.clock.sleep(2 * PATIENCE_MS);
	pacing.leave();
	await proxy.close();
	return { came: 'lost' in sent ? sent.lost.sent : sent.answer.status, text: 'lost' in sent ? '' : sent.answer.text, booked: sandbox.cyke.deliveries.length, took };
}

test.each<[Strike, 'no' | 'maybe' | number, number]>([
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
	[page(200, 'before'), 200, 0],
	[page(502, 'after'), 502, 1],
	[page(302, 'after', { location: 'https://elsewhere.example/' }), 302, 1],
])('%j: the client gets %j, the carrier books %i', async (strike, came, booked) => {
	expect(await under(strike)).toMatchObject({ came, booked });
});

test('what is silent lasts as long as the client waits, what drips arrives whole, what is cut does not', async () => {
	expect((await under(silence('before'))).took).toBeGreaterThanOrEqual(PATIENCE_MS);
	const whole = await under(drip(4_000, 5));
	expect(JSON.parse(whole.text)).toMatchObject({ status: 'saved' });
	expect(whole.took).toBeGreaterThanOrEqual(4_000);
	expect(whole.took).toBeLessThan(PATIENCE_MS);
	const half = await under(cut('clean'));
	expect(() => JSON.parse(half.text)).toThrow(SyntaxError);
});

/** By the clock on the wall: at this pace more virtual time than anybody waits, if it went on meanwhile. */
const aWhile = async () => await new Promise((resolve) => setTimeout(resolve, 500));

test.each<Strike>([
	{
		says: 'the machine has no moment for the way there',
		async upon(passing) {
			await aWhile();
			passing.reply(await passing.forward());
		},
	},
	{
		says: 'the machine has no moment for the rest of the answer',
		async upon(passing) {
			const answer = await passing.forward();
			const slow = passing.begin(answer);
			await aWhile();
			slow.write(answer.body);
			slow.end();
		},
	},
])('no time passes while $says', async (strike) => {
	const { came, booked, took } = await under(strike);
	expect({ came, booked }).toEqual({ came: 201, booked: 1 });
	// The step in which the request was sent may have begun before.
	expect(took).toBeLessThanOrEqual(STEP_MS);
});
