import { optionsOf } from '../../nodes/adapter/options';
import { createN8n, fillForm, PACKAGE, type N8n, type NodeSpec } from '../../sandbox/hosts/n8n';
import { createSandbox, type Sandbox } from '../../sandbox/carriers';
import { createDelivery } from '../../shared/carriers/cyke/actions/create';
import { carriers } from '../../shared/registry';
import { lookUpOf, settingsOf } from '../../shared/run/booking-settings';
import { subjects } from '../lab/subjects';
import { storedCredential } from '../n8n/stored-credential';
import { withFastClock, traffic } from './fast-clock';

type Parameters = NonNullable<NodeSpec['parameters']>;

interface Shop {
	sandbox: Sandbox;
	run(
		references: readonly string[],
		options?: Parameters,
		overrides?: Partial<NodeSpec>,
		fields?: Parameters,
	): ReturnType<N8n['run']>;
	bookingRequestCount(): number;
	activeCount(): number;
}

/** A shop on n8n that books at the embedded Cyke. */
async function withShop(use: (shop: Shop) => Promise<void>): Promise<void> {
	await withFastClock(async () => {
		const sandbox = createSandbox({ startAt: Date.now() });
		sandbox.clock.realTime(1);
		traffic.watch(sandbox.journal);
		const { urls } = await sandbox.listen();
		const subject = subjects.find(({ action }) => action === createDelivery);
		if (!subject) throw new Error('The lab does not try it');
		const n8n = await createN8n({
			credentials: { cykeApi: storedCredential({ ...subject.connection, environment: 'other', base_url: urls.cyke }) },
		});
		const parameters = fillForm(createDelivery, subject.input('={{ $json.number }}'));
		try {
			await use({
				sandbox,
				run: async (references, options = {}, overrides = {}, fields = {}) =>
					await n8n.run(
						references.map((number) => ({ number })),
						{ type: `${PACKAGE}.cyke`, parameters: { ...parameters, ...fields, options }, ...overrides },
					),
				bookingRequestCount: () => sandbox.journal.find({ route: 'deliveries.create' }).length,
				activeCount: () => sandbox.cyke.deliveries.filter(({ status }) => status !== 'cancelled').length,
			});
		} finally {
			await sandbox.close();
		}
	});
}

const retrying = { retryOnFail: true, maxTries: 2, waitBetweenTries: 1 };
const lostResponse = { route: 'deliveries.create', fault: { kind: 'reset', phase: 'after' }, nth: 1 } as const;
const failedLookUps = (nth: number[]) =>
	({ route: 'deliveries.list', fault: { kind: 'status', status: 503, phase: 'before' }, nth }) as const;
/** The look-up before the booking is answered, every later one fails. */
const afterFirstLookUp = failedLookUps(Array.from({ length: 60 }, (_, at) => at + 2));
const description = (run: Awaited<ReturnType<N8n['run']>>) =>
	run.error !== undefined && 'description' in run.error ? String(run.error.description) : '';

test('what a try has left in doubt stays in doubt, though the next try books nothing', async () => {
	await withShop(async ({ sandbox, run, bookingRequestCount, activeCount }) => {
		sandbox.faults.add(lostResponse);
		sandbox.faults.add(afterFirstLookUp);
		const done = await run(['WC-1'], {}, retrying);
		expect(done.error?.message).toContain('An earlier try of this step may have booked "WC-1"');
		expect(description(done)).toMatch(/^Search the carrier for the reference/);
		expect([bookingRequestCount(), activeCount()]).toEqual([1, 1]);
	});
});

test('nor is another booked where one is in doubt', async () => {
	await withShop(async ({ sandbox, run, bookingRequestCount, activeCount }) => {
		sandbox.faults.add(lostResponse);
		sandbox.faults.add(afterFirstLookUp);
		// The next try would see what is there.
		sandbox.clock.runAt(sandbox.clock.now() + 26_000, () => sandbox.faults.clear());
		const done = await run(['WC-1'], { if_exists: 'another' }, { ...retrying, waitBetweenTries: 5_000 });
		expect(done.status).toBe('error');
		expect(description(done)).toMatch(/^Search the carrier for the reference/);
		expect([bookingRequestCount(), activeCount()]).toEqual([1, 1]);
	});
});

test('a step that stops names the other items that are in doubt', async () => {
	await withShop(async ({ sandbox, run, activeCount }) => {
		sandbox.faults.add(lostResponse);
		sandbox.faults.add(afterFirstLookUp);
		const done = await run(
			['WC-1', 'WC-2', 'WC-3'],
			{ itemsAtOnce: 2 },
			{},
			{ dropoff_recipient_phone: '={{ $json.number === "WC-1" ? "at the door" : "+33612345678" }}' },
		);
		expect(done.error?.message).toContain('Drop-Off Phone');
		expect(description(done)).toContain('unknown whether they were booked: "WC-2"');
		expect(description(done)).toContain('1 item was not begun');
		expect(activeCount()).toBe(1);
	});
});

/** While the first look-up of the step is under way, another run books the same. */
async function raceAnotherRun({ sandbox, run }: Shop, options: Parameters) {
	await run(['WC-0']);
	const [first] = sandbox.journal.find({ route: 'deliveries.create' });
	if (!first) throw new Error('Nothing was booked');
	const { method, path, headers, body } = first;
	const unsubscribe = sandbox.journal.subscribe(({ route }) => {
		if (route !== 'deliveries.list') return;
		unsubscribe();
		const { 'content-type': type = '', 'x-user-email': email = '', 'x-user-token': token = '' } = headers;
		void sandbox.fetch(`https://www.cyke.io${path}`, {
			method,
			headers: { 'content-type': type, 'x-user-email': email, 'x-user-token': token },
			body: body.replace('WC-0', 'WC-1'),
		});
	});
	return await run(['WC-1'], options);
}

test('"Cancel the Later One" leaves one of two that were booked at once; "Report Only" says that there are two', async () => {
	await withShop(async (shop) => {
		const done = await raceAnotherRun(shop, {});
		expect(done.items[0]?.json).toMatchObject({
			outcome: 'found',
			warnings: [expect.stringContaining('Another run booked "WC-1"'), expect.stringContaining('was cancelled')],
		});
		expect(shop.activeCount()).toBe(2);
	});
	await withShop(async (shop) => {
		const done = await raceAnotherRun(shop, { on_duplicate: 'report' });
		expect(done.items[0]?.json).toMatchObject({
			outcome: 'created',
			warnings: [expect.stringContaining('Another run booked "WC-1"')],
		});
		expect(shop.activeCount()).toBe(3);
	});
});

test('an unknown choice is reported, and nothing is sent', async () => {
	await withShop(async ({ sandbox, run }) => {
		const done = await run(['WC-1'], { if_exists: '={{ "perhaps" }}' });
		expect(done.error?.message).toContain('If the Reference Already Exists');
		expect(sandbox.journal.entries).toEqual([]);
	});
});

test.each(
	carriers.flatMap((carrier) => carrier.actions.map((action) => ({ name: `${carrier.id} ${action.id}`, action }))),
)('$name: the options offer the settings that matter, and no others', ({ action }) => {
	const offeredSettings = (optionsOf(action).options ?? [])
		.map(({ name }) => name)
		.filter((name) => name === 'if_exists' || name === 'on_duplicate');
	expect(offeredSettings.sort()).toEqual(
		settingsOf(action)
			.map(({ key }) => key)
			.sort(),
	);
	// A flow books by one of its calls.
	expect(offeredSettings.includes('on_duplicate')).toBe(lookUpOf(action)?.cancel !== undefined);
});
