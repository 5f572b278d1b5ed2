import { carrierById } from '../../../shared/registry';
import { atCarrier, bookers, itemOf } from './at-carrier';
import { orderFor, rulesFor } from './orders';

/** Does the carrier's list show the references of its bookings? */
function canList(id: string): boolean {
	const look = carrierById(id).shopOrder?.booking.booking;
	return look?.foundBy === 'reference' && look.listSince !== undefined && look.listSince.lacksReferences !== true;
}

const bookingFor = (id: string) => ({ order: orderFor(id)(), ...rulesFor(id) });

describe.each(bookers)('%s', (id) => {
	test('an order is missing until it is booked, and to be cancelled once the shop has cancelled it', async () => {
		const at = atCarrier(id);
		const order = orderFor(id);
		const finding = async (changes = {}) => itemOf(await at.run('reconcile', { order: order(changes) })).finding;
		expect(await finding()).toBe('missing');
		itemOf(await at.run('book', bookingFor(id)));
		expect(await finding()).toBe('booked');
		expect(await finding({ status: 'cancelled', cancelled_at: '2026-11-24T10:00:00+01:00' })).toBe('to_cancel');
	});

	test('the same order again is found, and nothing about it differs', async () => {
		const at = atCarrier(id);
		const booked = itemOf(await at.run('book', bookingFor(id)));
		expect(booked.outcome).toBe('booked');
		expect(itemOf(await at.run('book', bookingFor(id)))).toMatchObject({ outcome: 'found', id: booked.id });
	});

	test('several orders at once are several findings', async () => {
		const at = atCarrier(id);
		const order = orderFor(id);
		const result = await at.run('reconcile', { order: [order(), order({ number: '613', name: '#613', id: 613 })] });
		expect(result).toMatchObject({ ok: true, value: [{ finding: 'missing' }, { finding: 'missing' }] });
	});

	test('a carrier that cannot be read is trouble, and no finding', async () => {
		const at = atCarrier(id);
		at.sandbox.faults.add({ fault: { kind: 'gateway', status: 404, page: 'html', phase: 'before' } });
		expect(await at.run('reconcile', { order: orderFor(id)() })).toMatchObject({ ok: false });
	});

	test('a hundred orders are looked up in one run, booked and missing ones', async () => {
		const at = atCarrier(id);
		const placed = { date_created: '2026-11-24T08:00:00', created_at: '2026-11-24T08:00:00+01:00' };
		const numbered = (number: number) =>
			orderFor(id)({ id: number, number: String(number), name: `#${number}`, ...placed });
		const orders = Array.from({ length: 100 }, (_, index) => numbered(1_000 + index));
		for (const order of [orders[3], orders[60]]) itemOf(await at.run('book', { order: order ?? {}, ...rulesFor(id) }));
		const before = at.reads();
		const result = await at.run('reconcile', { order: orders });
		const items = result.ok ? result.value : [];
		const booked = items.filter(({ finding }) => finding === 'booked').map(({ orderNumber }) => orderNumber);
		expect(booked).toEqual(['1003', '1060']);
		expect(items.filter(({ finding }) => finding === 'missing')).toHaveLength(98);
		// One list serves them all, where the carrier's list shows references.
		expect(at.reads() - before).toBeLessThan(canList(id) ? 10 : 110);
	});

	test('of a shop’s whole orders: missing, orphaned, to cancel, late, and what is well', async () => {
		const at = atCarrier(id);
		const placed = { date_created: '2026-11-24T08:00:00', created_at: '2026-11-24T08:00:00+01:00' };
		// Carriers with a warehouse hold a parcel whose product they do not have.
		const goods = {
			line_items: [{ id: 1, name: 'Mug', sku: 'product_name', quantity: 1, price: '12.00', total: '12.00' }],
		};
		const numbered = (number: number, changes = {}) =>
			orderFor(id)({ id: number, number: String(number), name: `#${number}`, ...placed, ...goods, ...changes });
		const stopped = { status: 'cancelled', cancelled_at: '2026-11-24T09:30:00+01:00' };
		for (const number of [701, 703, 704]) itemOf(await at.run('book', { order: numbered(number), ...rulesFor(id) }));
		itemOf(await at.run('book', { order: numbered(701), ...rulesFor(id), reference_prefix: 'OTHER' }));
		const compare = async () => {
			const orders = [numbered(701), numbered(702), numbered(703, stopped)];
			const result = await at.run('reconcile', { order: orders, orders_since: '2026-11-20T00:00:00+01:00' });
			if (!result.ok) throw new Error(result.failure.message);
			return result.value.map((item) => [String(item.id).replace(/^\w+-/, ''), item.finding]);
		};
		// Some carriers allow few lists a minute.
		await at.sandbox.clock.advance(120_000);
		const others = [
			['702', 'missing'],
			['703', 'to_cancel'],
		];
		expect(await compare()).toEqual([['701', 'booked'], ...others, ['704', 'orphaned']]);
		await at.sandbox.clock.advance(9 * 86_400_000);
		expect(await compare()).toEqual([['701', 'stuck'], ...others, ['704', 'orphaned']]);
	});

	test('an order that was tried again under a reference of its own is booked, and its second courier is cancelled', async () => {
		const at = atCarrier(id);
		const first = itemOf(await at.run('book', bookingFor(id)));
		const reference = String(first.reference);
		await at.run('cancel', { reference });
		const again = { ...bookingFor(id), overrides: { after_failed: reference } };
		const second = itemOf(await at.run('book', again));
		expect([second.outcome, second.reference]).toEqual(['booked', `${reference}-R2`]);
		expect(itemOf(await at.run('book', again))).toMatchObject({ outcome: 'found', id: second.id });
		const orders = [orderFor(id)({ date_created: '2026-11-24T08:00:00', created_at: '2026-11-24T08:00:00+01:00' })];
		const since = '2026-11-20T00:00:00+01:00';
		expect(itemOf(await at.run('reconcile', { order: orders, orders_since: since })).finding).toBe('booked');
	});

	test('a booking is read and cancelled by its reference', async () => {
		const at = atCarrier(id);
		const booked = itemOf(await at.run('book', bookingFor(id)));
		const reference = String(booked.reference);
		expect(itemOf(await at.run('get', { reference })).id).toBe(booked.id);
		expect(await at.run('get', { reference: 'NO-SUCH' })).toMatchObject({
			ok: false,
			failure: { code: 'not_found', message: expect.stringContaining('NO-SUCH') },
		});
		const cancelled = await at.run('cancel', { reference });
		expect(cancelled).toMatchObject({ ok: true });
	});
});

test('an order placed long ago is found where the carrier lists any period', async () => {
	const at = atCarrier('deliverit');
	const order = orderFor('deliverit')({ created_at: '2026-11-24T08:00:00+01:00' });
	itemOf(await at.run('book', { order }));
	await at.sandbox.clock.advance(60 * 86_400_000);
	expect(itemOf(await at.run('reconcile', { order })).finding).not.toBe('missing');
});

test('an order that could not be read is reported as not checked beside the others', async () => {
	const at = atCarrier('cyke');
	const order = orderFor('cyke');
	const gateway = { kind: 'gateway', status: 404, page: 'html', phase: 'before' } as const;
	// All tries of the second order's list.
	at.sandbox.faults.add({ route: 'deliveries.list', fault: gateway, nth: [2, 3, 4, 5] });
	const orders = [order(), order({ number: '613', name: '#613', id: 613 })];
	expect(await at.run('reconcile', { order: orders })).toMatchObject({
		ok: true,
		value: [{ finding: 'missing' }, { finding: 'not_checked', message: expect.stringContaining('404') }],
	});
});

test('orders that a run has no time for are reported', async () => {
	const at = atCarrier('cyke');
	at.spoil(async (_request, body) => {
		await at.sandbox.clock.advance(3_000);
		return body;
	});
	const orders = Array.from({ length: 60 }, (_, index) =>
		orderFor('cyke')({ id: index + 1, number: String(index + 1) }),
	);
	const result = await at.run('reconcile', { order: orders });
	const findings = result.ok ? result.value : [];
	expect(findings).toHaveLength(60);
	expect(findings[0]).toMatchObject({ finding: 'missing' });
	expect(findings[59]).toMatchObject({
		finding: 'not_checked',
		message: expect.stringContaining('time of this run'),
		orderNumber: '60',
	});
});

test('a list with a row that cannot be read proves nothing: the order is looked up by itself', async () => {
	const at = atCarrier('cubyn');
	const orders = [1, 2, 3, 4].map((number) =>
		orderFor('cubyn')({ id: number, number: String(number), date_created: '2026-11-24T08:00:00' }),
	);
	itemOf(await at.run('book', { order: orders[0] ?? {} }));
	at.spoil(({ url }, body) => (url.includes('orderRef') || !Array.isArray(body) ? body : [...body, { id: {} }]));
	const result = await at.run('reconcile', { order: orders });
	expect(result.ok && result.value.map(({ finding }) => finding)).toEqual(['booked', 'missing', 'missing', 'missing']);
	expect(at.reads()).toBeGreaterThan(4);
});
