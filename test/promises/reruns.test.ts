import { ExecuteContext } from 'n8n-core';

import { createSandbox, type Sandbox } from '../../sandbox/carriers';
import { fillForm, createN8n, PACKAGE, type WorkflowFile } from '../../sandbox/hosts/n8n';
import { bookDriver } from '../../shared/carriers/deliverit/actions/book';
import { createDelivery } from '../../shared/carriers/cyke/actions/create';
import { isJsonObject, type JsonObject } from '../../shared/json';
import { allSubjects, setUpSandbox, type Subject } from '../lab/subjects';
import { storedCredential } from '../n8n/stored-credential';
import { createDeliveredParcel } from '../sandbox/cubyn-client';
import { startGateway, type Gateway, type PassingRequest } from './gateway';
import { promiseHosts, START, useHostClocks, type Connected } from './hosts';

useHostClocks();

const DAY = 24 * 3_600_000;

let sandbox: Sandbox;
let gateway: Gateway;
let connected: Connected | undefined;

function subjectOf(carrier: string, action: string): Subject {
	const subject = allSubjects.find((each) => each.carrier.id === carrier && each.action.id === action);
	if (!subject) throw new Error(`The lab does not try ${carrier} ${action}`);
	return subject;
}

async function open(subject: Subject, host?: (typeof promiseHosts)[number]): Promise<Connected> {
	sandbox = createSandbox({ startAt: Date.now() });
	setUpSandbox(subject, sandbox, 0);
	gateway = await startGateway(sandbox, subject.carrier.id);
	const own = await (host ?? promiseHosts[0])?.connect(subject.carrier, subject.connection, gateway.url);
	if (!own) throw new Error('There is no host');
	connected = own;
	return own;
}
afterEach(async () => {
	await connected?.close();
	await gateway.close();
	await sandbox.close();
});

const warningsOf = (item: JsonObject | undefined): string => JSON.stringify(item?.warnings ?? []);

const doubted = promiseHosts.flatMap((host) =>
	['cyke delivery.create', 'cubyn parcel.create', 'deliverit driver.create', 'hubrise order.create'].map((name) => {
		const [carrier = '', action = ''] = name.split(' ');
		return { name: `${host.host}, ${name}`, host, subject: subjectOf(carrier, action) };
	}),
);

/** What each carrier says where it has nothing. */
const nothing: Readonly<Record<string, { status: number; body: unknown }>> = {
	deliverit: { status: 404, body: { error: true, message: 'No order is found. Are the dates correct?.' } },
};

test.each(doubted)('$name: refused after a doubt is not "refused"', async ({ host, subject }) => {
	const { run } = await open(subject, host);
	const isBooking = ({ method, body }: PassingRequest) => method === 'POST' && body.includes('WH-9');
	let bookings = 0;
	gateway.interfere({
		answer: (request) => {
			const empty = nothing[subject.carrier.id] ?? { status: 200, body: [] };
			const isList =
				request.method === 'GET' && !/locations?\/?$|package_types|login/.test(request.path.split('?')[0] ?? '');
			if (isBooking(request)) bookings += 1;
			const json = { 'content-type': 'application/json' };
			if (isBooking(request) && bookings > 1)
				return { status: subject.refusal.status, headers: json, body: JSON.stringify(subject.refusal.body) };
			return isList && bookings > 0
				? { status: empty.status, headers: json, body: JSON.stringify(empty.body) }
				: undefined;
		},
		reply: (answer, request) => (isBooking(request) ? null : answer),
	});
	const { error = '' } = await run(subject.action, subject.input('WH-9'));
	expect(bookings).toBeGreaterThan(1);
	expect(error).toContain('had no clear answer');
	expect(error).not.toMatch(/Nothing was (booked|sent)|No booking/);
	expect(subject.activeReferences(sandbox)).toEqual(['WH-9']);
});

const byHost = promiseHosts.map((host) => ({ name: host.host, host }));

describe.each(byHost)('$name', ({ host }) => {
	test.each(['pickup', 'created'] as const)(
		'DeliverIt: the same reference for an earlier time is found, where days are those of the %s',
		async (periodBy) => {
			const subject = subjectOf('deliverit', 'driver.create');
			const { run } = await open(subject, host);
			sandbox.deliverit.settings.periodBy = periodBy;
			const at = (days: number, clock: string) => ({
				...subject.input('WC-5'),
				time: `${new Date(START + days * DAY).toISOString().slice(0, 10)}T${clock}:00+01:00`,
			});
			const first = await run(subject.action, at(30, '18:30'));
			expect(first).toMatchObject({ item: { outcome: 'created' } });
			for (const [days, clock] of [
				[0, '12:00'],
				[3, '19:00'],
				[29, '18:00'],
			] as const) {
				const again = await run(subject.action, at(days, clock));
				expect(again).toMatchObject({ item: { outcome: 'found', id: first.item?.id } });
				expect(warningsOf(again.item)).toContain('Time at the Shop');
			}
			expect(subject.activeReferences(sandbox)).toEqual(['WC-5']);
		},
	);

	test('Cubyn: an announced shipment with corrected quantities is one shipment, and the difference is named', async () => {
		const subject = subjectOf('cubyn', 'inboundOrder.send');
		const { run } = await open(subject, host);
		const shirts = (quantity: number) => ({
			...subject.input('SHIRT'),
			items: [{ productName: 'Shirt', sku: 'SHIRT', barcode: '3760000000093', quantity }],
			reference: 'PO-7',
		});
		const first = await run(subject.action, shirts(12));
		expect(first).toMatchObject({ item: { outcome: 'created' } });
		const again = await run(subject.action, shirts(20));
		expect(again.item?.id).toBe(first.item?.id);
		expect(again.item?.outcome).not.toBe('created');
		expect(warningsOf(again.item)).toMatch(/20|12/);
		expect(sandbox.cubyn.orders.filter(({ deletedAt }) => deletedAt === null)).toHaveLength(1);
		expect(sandbox.cubyn.deliveries).toHaveLength(1);
	});

	test('Cubyn: five boxes in place of two are not "found" without a word', async () => {
		const subject = subjectOf('cubyn', 'inboundDelivery.create');
		const { run } = await open(subject, host);
		const orderId = subject.prepare?.(sandbox) ?? '';
		const boxes = (count: number) => ({
			orderId,
			reference: 'PO-8',
			deliveries: [{ carrierName: 'Other carrier', declaredPackingUnits: count }],
		});
		expect(await run(subject.action, boxes(2))).toMatchObject({ item: { outcome: 'created' } });
		const again = await run(subject.action, boxes(5));
		expect(again).toMatchObject({ item: { outcome: 'found' } });
		expect(warningsOf(again.item)).toContain('5');
		expect(sandbox.cubyn.deliveries).toHaveLength(1);
	});

	test('Cubyn: a claim for another product or claimant is another claim; of another resolution it says that Cubyn shows none', async () => {
		const subject = subjectOf('cubyn', 'claim.create');
		const { run } = await open(subject, host);
		const entityId = String(await createDeliveredParcel(sandbox));
		const claim = (more: JsonObject = {}): JsonObject => ({
			type: 'PARCEL_LATE_DELIVERY',
			entityType: 'PARCEL',
			entityId,
			source: 'SHIPPER',
			resolutionTypeSelected: 'REFUND',
			concerns: [{ entityId: 'product_name', quantity: 1 }],
			...more,
		});
		const consumer = (email: string) => ({
			source: 'RECIPIENT',
			requester: { firstName: 'Sophie', lastName: 'Martin', email, organizationName: 'Martin', language: 'FR' },
			bankInfo: {
				firstName: 'Sophie',
				lastName: 'Martin',
				iban: 'FR7630006000011234567890189',
				bic: 'GEBABEBB',
				country: 'FR',
			},
		});
		const kinds = [
			claim(),
			claim({ concerns: [{ entityId: 'product_2', quantity: 1 }] }),
			claim({ concerns: [{ entityId: 'product_name', quantity: 2 }] }),
			claim(consumer('sophie@example.com')),
		];
		for (const each of kinds) expect(await run(subject.action, each)).toMatchObject({ item: { outcome: 'created' } });
		for (const each of kinds) expect(await run(subject.action, each)).toMatchObject({ item: { outcome: 'found' } });
		// CU44 and CU45 show no resolution, so a claim for another one looks the same as a repeat.
		const reship = await run(subject.action, claim({ resolutionTypeSelected: 'RESHIP' }));
		expect(reship).toMatchObject({ item: { outcome: 'found' } });
		expect(warningsOf(reship.item)).toMatch(/Resolution is .*RESHIP/);
		expect(sandbox.cubyn.claims).toHaveLength(kinds.length);
	});

	test('Cubyn: a parcel found says where it differs', async () => {
		const subject = subjectOf('cubyn', 'parcel.create');
		const { run } = await open(subject, host);
		const parcel = {
			...subject.input('WC-6'),
			email: 'ada@example.org',
			deliveryMode: 'relay',
			relayPickupRef: '020123',
		};
		expect(await run(subject.action, parcel)).toMatchObject({ item: { outcome: 'created' } });
		const changes: [JsonObject, string][] = [
			[{ deliveryMode: 'express', relayPickupRef: undefined }, 'Delivery Mode'],
			[{ relayPickupRef: '020999' }, 'Relay Point'],
			[{ lastName: 'Petit' }, 'Name'],
			[{ phone: '+33698765432' }, 'Phone'],
			[{ email: 'eve@example.org' }, 'Email'],
			[{ items: [{ reference: 'product_2', count: 4 }] }, 'Items'],
			[{ items: [{ reference: 'product_name', count: 1 }] }, 'Items'],
			[{ address: { line1: '12 rue des Petits Champs', zip: '69002', city: 'Lyon', country: 'FR' } }, 'City'],
		];
		for (const [change, label] of changes) {
			const found = await run(subject.action, { ...parcel, ...change });
			expect(found).toMatchObject({ item: { outcome: 'found' } });
			expect(warningsOf(found.item)).toContain(label);
		}
		expect(warningsOf((await run(subject.action, parcel)).item)).toBe('[]');
	});

	test('Cyke: a delivery found says where it differs', async () => {
		const subject = subjectOf('cyke', 'delivery.create');
		const { run } = await open(subject, host);
		const delivery = subject.input('WC-6');
		expect(await run(subject.action, delivery)).toMatchObject({ item: { outcome: 'created' } });
		const dropoff = isJsonObject(delivery.dropoff) ? delivery.dropoff : {};
		const cake = { name: 'Cake', amount: 1, volume_dm3: 8, weight_kg: 1.5 };
		const changes: [JsonObject, string][] = [
			[{ dropoff: { ...dropoff, recipient_name: 'Nora Petit' } }, 'Contact Name'],
			[{ dropoff: { ...dropoff, recipient_phone: '+33698765432' } }, 'Phone'],
			[{ dropoff: { ...dropoff, slot_ending_at: '2026-11-24T17:00:00+01:00' } }, 'Slot End'],
			[{ packages: [{ ...cake, amount: 3 }] }, 'Packages'],
			[{ packages: [{ ...cake, name: 'Flowers' }] }, 'Packages'],
		];
		for (const [change, label] of changes) {
			const found = await run(subject.action, { ...delivery, ...change });
			expect(found).toMatchObject({ item: { outcome: 'found' } });
			expect(warningsOf(found.item)).toContain(label);
		}
		expect(warningsOf((await run(subject.action, delivery)).item)).toBe('[]');
	});

	test("HubRise: another carrier's delivery, and a cancelled one, are no quiet success", async () => {
		const subject = subjectOf('hubrise', 'delivery.create');
		const { run } = await open(subject, host);
		const order = sandbox.hubrise.placeOrder().id;
		sandbox.hubrise.attach(order, { carrier: 'Vélo', status: 'pending' });
		const other = await run(subject.action, subject.input(order));
		expect(other).toMatchObject({ item: { outcome: 'found' } });
		expect(warningsOf(other.item)).toContain('Vélo');
		sandbox.hubrise.change(order, { status: 'cancelled' });
		const cancelled = await run(subject.action, subject.input(order));
		expect(cancelled).toMatchObject({ item: { outcome: 'found' } });
		expect(warningsOf(cancelled.item)).toContain('cancelled');
	});
});

test('Zapier: "18:30" without a reference books each day, and a replay of the day does not', async () => {
	const subject = subjectOf('deliverit', 'driver.create');
	const zapier = promiseHosts.find(({ host }) => host === 'Zapier');
	const { run } = await open(subject, zapier);
	const { reference: _reference, ...customer } = subject.input('');
	const outcomes: unknown[] = [];
	for (const day of [0, 0, 1, 1, 2]) {
		jest.setSystemTime(START + day * DAY + outcomes.length * 60_000);
		outcomes.push((await run(bookDriver, { ...customer, time: '18:30' })).item?.outcome);
	}
	expect(outcomes).toEqual(['created', 'found', 'created', 'found', 'created']);
});

const retrying = { retryOnFail: true, maxTries: 3, waitBetweenTries: 1 };

test('n8n: two nodes with one id and no reference book twice, each once', async () => {
	const subject = subjectOf('cyke', 'delivery.create');
	await open(subject);
	const n8n = await createN8n({
		credentials: { own: storedCredential({ ...subject.connection, environment: 'other', base_url: gateway.url }) },
	});
	const copied = {
		type: `${PACKAGE}.cyke`,
		credential: 'own',
		parameters: fillForm(createDelivery, subject.input('')),
		...retrying,
		id: 'copied-as-text',
	};
	const run = await n8n.run([{}], { ...copied, name: 'Book' }, { ...copied, name: 'Book1' });
	expect(run.error).toBeUndefined();
	expect(sandbox.cyke.deliveries).toHaveLength(2);
});

test.each([
	{ tool: true, booked: 1 },
	{ tool: false, booked: 2 },
])('n8n: two runs of a step in one execution book $booked where it is a tool: $tool', async ({ tool, booked }) => {
	jest.spyOn(ExecuteContext.prototype, 'isToolExecution').mockReturnValue(tool);
	const subject = subjectOf('cyke', 'delivery.create');
	await open(subject);
	const n8n = await createN8n({
		credentials: { own: storedCredential({ ...subject.connection, environment: 'other', base_url: gateway.url }) },
	});
	// Each try of a tool is a run of its own.
	const to = { node: 'Book', type: 'main' as const, index: 0 };
	const file: WorkflowFile = {
		id: 'w',
		name: 'Twice',
		nodes: [
			{ id: 'a', name: 'Start', type: 'start', typeVersion: 1, position: [0, 0], parameters: {} },
			{ id: 'b', name: 'Again', type: 'pass', typeVersion: 1, position: [0, 0], parameters: {} },
			{
				id: 'c',
				name: 'Book',
				type: `${PACKAGE}.cyke`,
				typeVersion: 1,
				position: [0, 0],
				parameters: fillForm(createDelivery, subject.input('')),
				credentials: { cykeApi: { id: 'own', name: 'own' } },
				...retrying,
			},
		],
		connections: {
			Start: { main: [[to, { node: 'Again', type: 'main', index: 0 }]] },
			Again: { main: [[to]] },
		},
		settings: {},
		pinData: {},
	};
	const run = await n8n.runFile(file, 'Start', [{}], () => ({
		async execute() {
			return [this.getInputData()];
		},
	}));
	expect(run.error).toBeUndefined();
	expect(sandbox.cyke.deliveries).toHaveLength(booked);
});
