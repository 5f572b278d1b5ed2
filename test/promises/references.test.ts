import { createSandbox, type Sandbox } from '../../sandbox/carriers';
import { referenceOf } from '../../shared/run/booking-settings';
import { allSubjects, setUpSandbox, type Subject } from '../lab/subjects';
import { startGateway, type Gateway, type PassingRequest } from './gateway';
import { promiseHosts, useHostClocks, type Connected } from './hosts';

useHostClocks();

/** Bookings whose reference is any text of the user's. */
const referenced = allSubjects.filter(({ carrier, action }) =>
	['cyke delivery.create', 'cubyn parcel.create', 'hubrise order.create', 'deliverit driver.create'].includes(
		`${carrier.id} ${action.id}`,
	),
);
const cases = promiseHosts.flatMap((host) =>
	referenced.map((subject) => ({ name: `${host.host}, ${subject.carrier.title}`, host, subject })),
);

const changes: readonly [string, string, (reference: string) => string][] = [
	['in upper case', 'wc-1042', (reference) => reference.toUpperCase()],
	['with single spaces', 'wc  1042', (reference) => reference.replace(/\s+/g, ' ')],
	['cut at 255', `order ${'x'.repeat(300)}`, (reference) => reference.slice(0, 255)],
	['escaped', "o'neill & co", (reference) => reference.replace(/&/g, '&amp;').replace(/'/g, '&#039;')],
	['without zeros in front', '00742', (reference) => reference.replace(/^0+/, '')],
];

/** Replaces a text wherever a body has it, in JSON or in a form. */
function replaceIn(request: PassingRequest, from: string, to: string): PassingRequest {
	const json = (text: string) => JSON.stringify(text).slice(1, -1);
	const isForm = request.headers['content-type']?.includes('urlencoded') === true;
	const body = isForm
		? new URLSearchParams(
				[...new URLSearchParams(request.body)].map(([key, value]): [string, string] => [
					key,
					value.replaceAll(from, to),
				]),
			).toString()
		: request.body.replaceAll(json(from), json(to));
	return { ...request, body };
}

const replaceInQuery = ({ path, ...request }: PassingRequest, from: string, to: string): PassingRequest => {
	const url = new URL(path, 'http://carrier');
	for (const [key, value] of [...url.searchParams]) if (value === from) url.searchParams.set(key, to);
	return { ...request, path: `${url.pathname}${url.search}` };
};

let sandbox: Sandbox;
let gateway: Gateway;
let connected: Connected;

async function open(subject: Subject, host: (typeof promiseHosts)[number]): Promise<void> {
	sandbox = createSandbox({ startAt: Date.now() });
	setUpSandbox(subject, sandbox, 0);
	gateway = await startGateway(sandbox, subject.carrier.id);
	connected = await host.connect(subject.carrier, subject.connection, gateway.url);
}
afterEach(async () => {
	await connected.close();
	await gateway.close();
	await sandbox.close();
});

const isBooking = ({ method, body }: PassingRequest, reference: string) =>
	method === 'POST' && (body.includes('ref') || body.includes(reference)) && !body.includes('password');

/** Those whose reference the carrier's form takes: some allow 255 characters at most. */
const changesAt = ({ action }: Subject) =>
	changes.filter(([, sent]) => action.input.shape[referenceOf(action) ?? '']?.safeParse(sent).success);

describe.each(cases)('$name', ({ host, subject }) => {
	const book = async (reference: string, more = {}) =>
		await connected.run(subject.action, { ...subject.input(reference), ...more });

	test.each(changesAt(subject))(
		'a reference that comes back %s is found again by what came back',
		async (_what, sent, change) => {
			await open(subject, host);
			gateway.interfere({ change: (request) => replaceIn(request, sent, change(sent)) });
			const first = await book(sent);
			expect(first).toMatchObject({ item: { outcome: 'created' } });
			const again = await book(sent);
			expect(again).toMatchObject({ item: { outcome: 'found', id: first.item?.id } });
			expect(subject.activeReferences(sandbox)).toHaveLength(1);
		},
	);

	test.each(changesAt(subject))('%s: a lost answer leaves one', async (_what, sent, change) => {
		await open(subject, host);
		let lost = false;
		gateway.interfere({
			change: (request) => replaceInQuery(replaceIn(request, sent, change(sent)), sent, change(sent)),
			reply: (answer, request) => {
				if (lost || !isBooking(request, sent)) return answer;
				lost = true;
				return null;
			},
		});
		const first = await book(sent);
		expect(lost).toBe(true);
		expect(first).toMatchObject({ item: { outcome: 'created' } });
		expect(subject.activeReferences(sandbox)).toHaveLength(1);
	});

	test.each(changesAt(subject))(
		'%s: a lost answer that no list shows under the reference sent leaves one',
		async (_what, sent, change) => {
			await open(subject, host);
			let lost = false;
			gateway.interfere({
				change: (request) => replaceIn(request, sent, change(sent)),
				reply: (answer, request) => {
					if (lost || !isBooking(request, sent)) return answer;
					lost = true;
					return null;
				},
			});
			const { item, error } = await book(sent);
			if (item === undefined) expect(error).toMatch(/had no clear answer/);
			expect(subject.activeReferences(sandbox)).toHaveLength(1);
		},
	);

	test('"5302.0" from a sheet is 5302, with a warning, and one booking', async () => {
		await open(subject, host);
		const first = await book('5302.0');
		expect(first).toMatchObject({
			item: { outcome: 'created', warnings: expect.arrayContaining([expect.stringContaining('5302')]) },
		});
		for (const spelling of ['5302', '5302,0', ' 5302 '])
			expect(await book(spelling)).toMatchObject({ item: { outcome: 'found', id: first.item?.id } });
		expect(subject.activeReferences(sandbox)).toEqual(['5302']);
	});

	test('invisible characters around and inside a reference are no other reference', async () => {
		await open(subject, host);
		const first = await book('WC-77');
		for (const spelling of ['WC-77\u200b', '\u200fWC-77', 'WC\u00ad-77', '\ufeffWC-77\u00a0', 'WC-77\u2060'])
			expect(await book(spelling)).toMatchObject({ item: { outcome: 'found', id: first.item?.id } });
		expect(subject.activeReferences(sandbox)).toEqual(['WC-77']);
	});
});
