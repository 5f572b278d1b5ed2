import { createSandbox, type Sandbox } from '../../sandbox/carriers';
import { acceptProposal, denyProposal } from '../../shared/carriers/deliverit/actions/answer-proposal';
import { bookDriver } from '../../shared/carriers/deliverit/actions/book';
import { cancelDriver } from '../../shared/carriers/deliverit/actions/cancel';
import { cancelInfo } from '../../shared/carriers/deliverit/actions/info-cancel';
import { createInfo } from '../../shared/carriers/deliverit/actions/info-create';
import { updateInfo } from '../../shared/carriers/deliverit/actions/info-update';
import { listOrders } from '../../shared/carriers/deliverit/actions/list';
import { getPrice } from '../../shared/carriers/deliverit/actions/price';
import { deliverit } from '../../shared/carriers/deliverit/carrier';
import type { Action } from '../../shared/declare/action';
import type { Item } from '../../shared/declare/facts';
import type { JsonObject } from '../../shared/json';
import type { Result } from '../../shared/declare/failure';
import { connect } from '../../shared/run/connect';
import { perform } from '../../shared/run/perform';
import type { SharedLists } from '../../shared/run/ports';
import { createSharedLists } from '../../shared/run/shared-lists';
import { withCredentials } from '../../shared/declare/credentials';
import { asReady } from '../core/samples';
import { scriptedPorts } from '../core/scripted-ports';
import { failureOf, itemOf } from './scripted-deliverit';

const MINUTE = 60_000;

/** The whole pipeline against the embedded DeliverIt, written only from the carrier's page. */
class Shop {
	readonly sandbox: Sandbox;

	constructor(
		startAt: string,
		private readonly encoding: string,
	) {
		this.sandbox = createSandbox({ startAt });
	}

	/** Readings of the list of orders. */
	lists = 0;

	async run(action: Action, values: JsonObject, lists?: SharedLists): Promise<Result<Item[]>> {
		const access = connect(deliverit, {
			username: 'shop@sandbox.example',
			password: 'deliverit-sandbox-1',
			body_encoding: this.encoding,
		});
		if (!access.ok) throw new Error(access.failure.message);
		const ports = scriptedPorts(async (request) => {
			const { method, url, headers, body } = withCredentials(request, asReady(access.value));
			if (new URL(url).pathname.startsWith('/api/v1/order/')) this.lists += 1;
			const response = await this.sandbox.fetch(url, { method, headers: { ...headers }, body });
			return {
				response: {
					status: response.status,
					headers: Object.fromEntries(response.headers),
					text: await response.text(),
				},
			};
		}, this.sandbox.clock.now());
		return await perform({ carrier: deliverit, action, access: access.value, values }, { ...ports, lists });
	}
}

const trip = (time: string): JsonObject => ({
	reference: 'WC-1042',
	firstname: 'Freja',
	lastname: 'Holm',
	street: 'Vestergade 10',
	zip: '5000',
	city: 'Odense C',
	telephone: '12 34 56 78',
	latitude: 55.3957969,
	longitude: 10.3912053,
	remarks: '2nd floor',
	time,
});

describe.each(['form', 'json'])('with %s bodies', (encoding) => {
	test('a trip from booking to door', async () => {
		const shop = new Shop('2026-11-23T18:00:00+01:00', encoding);
		const booked = itemOf(await shop.run(bookDriver, trip('18:30')));
		expect(booked).toMatchObject({
			status: 'scheduled',
			outcome: 'created',
			requestedTime: '2026-11-23T18:30:00.000+01:00',
		});
		const seen: unknown[] = [];
		for (const step of ['driverArrive', 'driverLeft', 'arriveAtCustomer', 'done'] as const) {
			await shop.sandbox.clock.advance(10 * MINUTE);
			shop.sandbox.deliverit.recordStep(String(booked.id), step);
			seen.push(itemOf(await shop.run(listOrders, {})).status);
		}
		expect(seen).toEqual(['at_pickup', 'out_for_delivery', 'at_dropoff', 'delivered']);
		expect(itemOf(await shop.run(listOrders, {}))).toMatchObject({
			id: booked.id,
			reference: 'WC-1042',
			note: '2nd floor',
			driverArrivedAt: '2026-11-23T18:10:00.000+01:00',
			dropoff: { completedAt: '2026-11-23T18:40:00.000+01:00', phone: '+4512345678' },
		});
	});

	test('a booking for another day is found again on its own day, and cancelled by its link', async () => {
		const shop = new Shop('2026-11-23T18:00:00+01:00', encoding);
		const booked = itemOf(await shop.run(bookDriver, trip('2026-11-25 12:15')));
		const found = itemOf(await shop.run(bookDriver, trip('2026-11-25 12:15')));
		expect(found).toMatchObject({
			id: booked.id,
			outcome: 'found',
			pickup: { slotStart: '2026-11-25T12:15:00.000+01:00' },
		});
		expect(found.warnings).toBeUndefined();
		expect(itemOf(await shop.run(cancelDriver, { url: booked.cancelUrl }))).toMatchObject({
			id: booked.id,
			status: 'cancelled',
		});
		expect(itemOf(await shop.run(bookDriver, trip('2026-11-25 12:15')))).toMatchObject({ outcome: 'created' });
		expect(shop.sandbox.deliverit.orders.map(({ state }) => state)).toEqual(['canceled', 'booked']);
	});

	test('proposals: left open, accepted, accepted again, denied, run out', async () => {
		const shop = new Shop('2026-11-23T18:00:00+01:00', encoding);
		shop.sandbox.deliverit.settings.push = { kind: 'always', minutes: 25 };
		const open = itemOf(await shop.run(bookDriver, trip('18:30')));
		expect(open).toMatchObject({
			status: 'awaiting_acceptance',
			movedMinutes: 25,
			proposedTime: '2026-11-23T18:55:00.000+01:00',
		});
		expect(itemOf(await shop.run(acceptProposal, { url: open.acceptUrl }))).toMatchObject({
			id: open.id,
			status: 'scheduled',
		});
		expect(itemOf(await shop.run(acceptProposal, { booking: open.id }))).toMatchObject({ outcome: 'already_done' });

		const denied = itemOf(await shop.run(bookDriver, { ...trip('19:30'), reference: 'WC-2' }));
		expect(itemOf(await shop.run(denyProposal, { url: denied.denyUrl }))).toMatchObject({
			status: 'cancelled',
			decision: 'denied',
		});

		const late = itemOf(await shop.run(bookDriver, { ...trip('20:30'), reference: 'WC-3' }));
		await shop.sandbox.clock.advance(6 * MINUTE);
		expect(failureOf(await shop.run(acceptProposal, { url: late.acceptUrl })).code).toBe('too_late');

		expect(
			itemOf(await shop.run(bookDriver, { ...trip('21:30'), reference: 'WC-4', when_pushed: 'accept' })),
		).toMatchObject({ status: 'scheduled', decision: 'accepted' });
		expect(
			itemOf(await shop.run(bookDriver, { ...trip('21:45'), reference: 'WC-5', when_pushed: 'deny' })),
		).toMatchObject({ status: 'cancelled', decision: 'denied' });
		expect(shop.sandbox.deliverit.orders.map(({ state }) => state)).toEqual([
			'booked',
			'denied',
			'expired',
			'booked',
			'denied',
		]);
	});

	test('closed, too late to cancel, not served', async () => {
		const shop = new Shop('2026-11-23T18:00:00+01:00', encoding);
		expect(failureOf(await shop.run(bookDriver, trip('2026-11-24 03:00'))).code).toBe('carrier_closed');
		shop.sandbox.deliverit.settings.servedArea = { south: 54.5, north: 57.8, west: 8, east: 12.8 };
		expect(failureOf(await shop.run(bookDriver, { ...trip('18:30'), latitude: 48.85, longitude: 2.35 })).code).toBe(
			'refused',
		);
		const booked = itemOf(await shop.run(bookDriver, trip('18:30')));
		await shop.sandbox.clock.advance(20 * MINUTE);
		expect(failureOf(await shop.run(cancelDriver, { booking: booked.id })).code).toBe('too_late');
		expect(failureOf(await shop.run(cancelDriver, { booking: 'NobodysTokenOfTwenty' })).code).toBe('not_found');
	});

	test('customer info from hand-over to a cancellation that comes too late', async () => {
		const shop = new Shop('2026-11-23T18:00:00+01:00', encoding);
		const info = {
			ordernumber: 'WC-1042',
			name: 'Freja Holm',
			telephone: '12345678',
			street: 'Vestergade 10',
			zip: '5000',
			city: 'Odense C',
		};
		const stored = itemOf(await shop.run(createInfo, { ...info, latitude: 55.3957969, longitude: 10.3912053 }));
		expect(stored).toMatchObject({ status: 'created', carrierStatus: 'unpaid', outcome: 'created' });
		expect(itemOf(await shop.run(createInfo, info))).toMatchObject({ outcome: 'found', status: 'unknown' });
		expect(
			itemOf(await shop.run(updateInfo, { ...info, url: stored.updateUrl, paid: true, delivery: true })),
		).toMatchObject({ id: stored.id, carrierStatus: 'paid' });
		expect(shop.sandbox.deliverit.customer(String(stored.id))).toMatchObject({ paid: true, telephone: '12345678' });

		shop.sandbox.deliverit.bookDriverFor(String(stored.id), shop.sandbox.clock.now() + 10 * MINUTE);
		expect(failureOf(await shop.run(cancelInfo, { url: stored.cancelUrl }))).toMatchObject({
			code: 'too_late',
			message: expect.stringContaining('Nothing was cancelled'),
		});
		const other = itemOf(await shop.run(createInfo, { ...info, ordernumber: 'WC-1043', delivery: false }));
		expect(itemOf(await shop.run(cancelInfo, { order_number: other.id }))).toMatchObject({
			id: other.id,
			status: 'cancelled',
		});
	});

	test('a price', async () => {
		const shop = new Shop('2026-11-23T18:00:00+01:00', encoding);
		expect(itemOf(await shop.run(getPrice, { latitude: 55.3957969, longitude: 10.3912053 }))).toMatchObject({
			price: { currency: 'DKK', vat: 'excluded' },
		});
	});
});

test('a batch reads the list of orders once before, and once after each booking', async () => {
	const shop = new Shop('2030-05-21T12:00:00+02:00', 'form');
	const lists = createSharedLists(4);
	const book = async (reference: string) => {
		const result = await shop.run(bookDriver, { ...trip('2030-05-21 18:30'), reference }, lists);
		await shop.sandbox.clock.advance(2_000);
		return itemOf(result).outcome;
	};
	for (const reference of ['WC-1', 'WC-2', 'WC-3']) expect(await book(reference)).toBe('created');
	expect(shop.lists).toBe(4);
	expect([await book('WC-2'), shop.lists]).toEqual(['found', 4]);
});
