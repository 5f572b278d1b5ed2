import { useInstantClock } from '../n8n/instant-clock';
import { failWhole, type FailureCode } from './failing-step';
import { workflowFile } from './files';
import { customer, HubRiseWorkflow, NEWS, ORDER } from './hubrise-workflow';

useInstantClock();

const file = workflowFile('hubrise-orders-to-a-courier');
let flow: HubRiseWorkflow;

const accept = async (quote_id: string) =>
	await flow.step('hubRise', {
		authentication: 'accessToken',
		resource: 'quote',
		operation: 'accept',
		order_id: { __rl: true, mode: 'id', value: flow.sandbox.hubrise.quotes.find(({ id }) => id === quote_id)?.order_id },
		quote_id,
	});
const quoteOf = (id: string) => flow.sandbox.hubrise.quotes.find(({ order_id }) => order_id === id)?.id ?? '';

beforeEach(async () => {
	flow = await HubRiseWorkflow.start();
});
afterEach(async () => await flow.sandbox.close());

const moves = ['ready', 'scheduled', 'picked_up', 'delivered'] as const;
const refOf = (id: string) => String(flow.sandbox.cyke.deliveries.find((each) => each.clientOrderReference === `HR-${id}`)?.id);

test('an accepted order has one courier, and HubRise sees each step of him and the order follows', async () => {
	const id = flow.place();
	const emitted = await flow.pollOrders();
	expect(emitted.map((order) => order.id)).toEqual([id]);
	for (let time = 0; time < 2; time += 1) await flow.run(ORDER, emitted);
	expect(flow.live()).toEqual([`HR-${id}`]);
	expect(flow.delivery(id)).toMatchObject({ carrier: 'Cyke', carrier_ref: 'waybill-cyke', ref: refOf(id), status: 'pending' });
	const seen: unknown[] = [];
	for (const status of moves) {
		flow.move(id, status);
		await flow.pollNews();
		seen.push([flow.delivery(id)?.status, flow.order(id)?.status]);
	}
	expect(seen).toEqual([
		['pending', 'accepted'],
		['pending', 'accepted'],
		['dropoff_enroute', 'in_delivery'],
		['delivered', 'completed'],
	]);
	expect([flow.notesOf(id), flow.mails]).toEqual([[], []]);
});

test('an order that the restaurant has not accepted waits; one that it accepts is booked', async () => {
	const id = flow.place({ status: 'new' });
	await flow.pollOrders();
	await flow.look();
	expect(flow.live()).toEqual([]);
	flow.sandbox.hubrise.setOrderStatus(id, 'accepted');
	await flow.pollOrders();
	expect(flow.live()).toEqual([`HR-${id}`]);
});

test('an order with a rider of somebody else is left alone, and so is one that nobody delivers', async () => {
	const ids = [flow.place(), flow.place({ service_type: 'collection' })];
	flow.sandbox.hubrise.attach(ids[0] ?? '', { carrier: 'Uber Direct', status: 'pickup_enroute' });
	await flow.pollOrders();
	await flow.look();
	expect([flow.live(), flow.mails, ids.flatMap(flow.notesOf)]).toEqual([[], [], []]);
});

test('a rider who takes an order that our courier has is reported, and his delivery is not written over', async () => {
	const id = flow.place();
	const order = await flow.pollOrders();
	const mine = flow.delivery(id);
	if (mine) Object.assign(mine, { carrier: 'Uber Direct', carrier_ref: 'uber_direct', ref: 'U-1', status: 'pickup_enroute' });
	await flow.run(ORDER, order);
	for (let round = 0; round < 2; round += 1) await flow.look();
	expect(flow.delivery(id)).toMatchObject({ ref: 'U-1', status: 'pickup_enroute' });
	expect(flow.notesOf(id)).toEqual([expect.stringMatching(/Uber Direct delivers the order as well.*Cancel one/)]);
	expect(flow.mails).toHaveLength(1);
});

test('one bad order stops no other; its notes say once why it has no courier, and is booked when it is put right', async () => {
	const ids = [flow.place(), flow.place({ customer: { ...customer, phone: undefined }, seller_notes: 'Ring twice' }), flow.place()];
	await flow.pollOrders();
	for (let round = 0; round < 2; round += 1) await flow.look();
	expect(flow.live()).toEqual([`HR-${ids[0]}`, `HR-${ids[2]}`].sort());
	expect(flow.notesOf(ids[1] ?? '')).toEqual(['Ring twice', expect.stringMatching(/no courier is booked.*phone/i)]);
	expect(flow.mails).toEqual([expect.stringMatching(/needs you[^]*no courier is booked.*phone/i)]);
	expect(flow.order(ids[1] ?? '')?.status).toBe('accepted');
	const bad = flow.order(ids[1] ?? '');
	if (bad?.customer) bad.customer.phone = '+33612345678';
	await flow.look();
	expect(flow.live()).toHaveLength(3);
});

test.each(['rejected', 'cancelled'] as const)('the courier of an order that is %s is cancelled, once', async (status) => {
	const id = flow.place();
	await flow.pollOrders();
	flow.sandbox.hubrise.setOrderStatus(id, status);
	const order = await flow.pollOrders();
	await flow.run(ORDER, order);
	await flow.look();
	expect(flow.live()).toEqual([]);
	expect([flow.delivery(id)?.status, flow.order(id)?.status]).toEqual(['cancelled', status]);
	expect([flow.notesOf(id), flow.mails]).toEqual([[], []]);
});

test('a courier who can no longer be cancelled is reported once, on the order and by mail', async () => {
	const id = flow.place();
	await flow.pollOrders();
	flow.move(id, 'picked_up');
	flow.sandbox.hubrise.setOrderStatus(id, 'cancelled');
	await flow.pollOrders();
	for (let round = 0; round < 2; round += 1) await flow.look();
	expect(flow.notesOf(id)).toEqual([expect.stringContaining('The courier still comes')]);
	expect(flow.mails).toEqual([expect.stringContaining('could not be cancelled')]);
});

test('another time after the booking is reported once, with the delivery that differs', async () => {
	const at = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString().replace(/\.\d+Z/, '+00:00');
	const id = flow.place({ expected_time: at(24) });
	await flow.pollOrders();
	await flow.step('hubRise', {
		authentication: 'accessToken',
		resource: 'order',
		operation: 'update',
		order_id: { __rl: true, mode: 'id', value: id },
		updateFields: { confirmed_time: at(27) },
	});
	flow.sandbox.hubrise.setOrderStatus(id, 'in_preparation');
	const order = await flow.pollOrders();
	await flow.run(ORDER, order);
	expect(flow.live()).toEqual([`HR-${id}`]);
	expect(flow.notesOf(id)).toEqual([expect.stringMatching(/differs from the order.*slot/i)]);
	expect(flow.mails).toHaveLength(1);
});

test('late and repeated news bring nothing back, and a closed order keeps its status', async () => {
	const id = flow.place();
	await flow.pollOrders();
	const news: Record<string, unknown> = {};
	for (const status of moves) {
		flow.move(id, status);
		[news[status]] = await flow.pollNews();
	}
	for (const status of ['picked_up', 'ready', 'delivered', 'picked_up'])
		await flow.run(NEWS, [{ id: refOf(id), carrier: 'cyke', reference: `HR-${id}`, status }]);
	expect([flow.delivery(id)?.status, flow.order(id)?.status]).toEqual(['delivered', 'completed']);
	for (const reference of ['WC-9', 'HR-', 'OTHER-1']) await flow.run(NEWS, [{ id: '9', carrier: 'cyke', reference, status: 'failed' }]);
	expect(flow.mails).toEqual([]);
});

test('what could not be delivered closes the order with its reason, once, and a person hears of it', async () => {
	const id = flow.place();
	await flow.pollOrders();
	flow.move(id, 'picked_up');
	await flow.pollNews();
	flow.move(id, 'failed');
	const failed = await flow.pollNews();
	await flow.run(NEWS, failed);
	await flow.look();
	expect([flow.delivery(id)?.status, flow.order(id)?.status]).toEqual(['cancelled', 'delivery_failed']);
	expect(flow.notesOf(id)).toEqual([expect.stringMatching(/is now failed/)]);
	expect(flow.mails).toEqual([expect.stringMatching(/needs you[^]*is now failed/)]);
});

test('a courier who gives up is reported, and no other one is booked before a person accepts again', async () => {
	const id = flow.place();
	await flow.pollOrders();
	flow.move(id, 'cancelled');
	await flow.pollNews();
	for (let round = 0; round < 2; round += 1) await flow.look();
	expect([flow.live(), flow.delivery(id)?.status, flow.order(id)?.status]).toEqual([[], 'cancelled', 'delivery_failed']);
	expect(flow.mails).toEqual([expect.stringMatching(/is now cancelled/)]);
	flow.sandbox.hubrise.setOrderStatus(id, 'accepted');
	await flow.pollOrders();
	expect([flow.live(), flow.delivery(id)?.status]).toEqual([[`HR-${id}`], 'pending']);
	expect(flow.delivery(id)?.ref).toBe(String(flow.sandbox.cyke.deliveries.at(-1)?.id));
});

test('a masked phone keeps its code, and a time that is over means as soon as possible', async () => {
	const past = new Date(Date.now() + 5 * 60_000).toISOString().replace(/\.\d+Z/, '+00:00');
	flow.place({ expected_time: past, customer: { ...customer, phone_access_code: '12345678' } });
	await flow.wait(20 * 60_000);
	await flow.pollOrders();
	expect(flow.live()).toHaveLength(1);
	expect(JSON.stringify(flow.sandbox.cyke.deliveries[0])).toContain('12345678');
});

describe('with an offer first', () => {
	beforeEach(async () => {
		await flow.sandbox.close();
		flow = await HubRiseWorkflow.start({ offerFirst: 'yes', offerFee: '7.20' });
	});

	test('the courier is booked once the offer is accepted, and not before', async () => {
		const ids = [flow.place(), flow.place()];
		let waits = 0;
		flow.whileWaiting = async () => {
			await flow.wait(120_000);
			// The other order still waits then.
			expect(flow.live()).toEqual(waits < 3 ? [] : [`HR-${ids[0]}`]);
			waits += 1;
			if (waits === 3) await accept(quoteOf(ids[0] ?? ''));
		};
		await flow.pollOrders();
		expect(flow.live()).toEqual([`HR-${ids[0]}`]);
		expect(flow.sandbox.hubrise.quotes.map(({ order_id, carrier, fee }) => [order_id, carrier, fee])).toEqual(
			ids.map((id) => [id, 'Cyke', '7.20 EUR']),
		);
	});

	test('an offer that is accepted later is found by the clock, and is made once', async () => {
		const id = flow.place();
		await flow.pollOrders();
		await flow.look();
		expect(flow.live()).toEqual([]);
		await accept(quoteOf(id));
		for (let round = 0; round < 2; round += 1) await flow.look();
		expect(flow.live()).toEqual([`HR-${id}`]);
		expect(flow.sandbox.hubrise.quotes).toHaveLength(1);
		expect(flow.delivery(id)?.status).toBe('pending');
	});
});

describe('no order is lost and none is booked twice when a step fails once', () => {
	const ours = file.nodes.filter(({ type }) => /\.(waybill|hubRise)$/.test(type)).map(({ name }) => name);
	const mails = file.nodes.filter(({ type }) => type.endsWith('.emailSend')).map(({ name }) => name);

	test('every step that books, fetches or writes has an error branch', () => {
		for (const name of ours) {
			expect([name, file.nodes.find((node) => node.name === name)?.onError]).toEqual([name, 'continueErrorOutput']);
			expect([name, file.connections[name]?.main?.length]).toEqual([name, 2]);
		}
	});

	const down = { kind: 'gateway', status: 502, page: 'html', phase: 'before' } as const;
	const nth = [1, 2, 3, 4, 5, 6, 7, 8];
	const everyStep = [...ours, ...mails];
	/** What fails first, so that a mail is sent about it. */
	const before: Readonly<Record<string, readonly [step: string, code: FailureCode]>> = {
		'Report by mail': ['Move the delivery', 'unavailable'],
		'HubRise not updated': ['Move the delivery', 'refused'],
	};

	test.each([...everyStep, 'the carrier', 'the order hub', 'the webhook'])('%s', async (failing) => {
		await flow.sandbox.close();
		const withOffer = ['Check the order', 'Offer a price', 'Look at the offers'].includes(failing);
		flow = await HubRiseWorkflow.start({ offerFirst: withOffer ? 'yes' : 'no' });
		flow.whileWaiting = async () => {
			if (!withOffer) return;
			await flow.wait(120_000);
			for (const { id, accepted_at } of flow.sandbox.hubrise.quotes) if (accepted_at === null) await accept(id);
		};
		// One is called off in time, one when its courier is on his way.
		const [called, late] = [flow.place(), flow.place()];
		await flow.pollOrders();
		flow.move(late, 'picked_up');
		for (const id of [called, late]) flow.sandbox.hubrise.setOrderStatus(id, 'cancelled');
		const ids = [flow.place(), flow.place(), flow.place()];
		const bad = flow.place({ customer: { ...customer, phone: undefined } });

		const [failsFirst, code] = before[failing] ?? [];
		const steps = [failing, ...(failsFirst === undefined ? [] : [failsFirst])];
		flow.failsAs = code ?? 'unavailable';
		const { fails, left } = failWhole(file, everyStep.includes(failing) ? steps : []);
		if (failing === 'the carrier') flow.sandbox.faults.add({ carrier: 'cyke', fault: down, nth });
		if (failing === 'the order hub') flow.sandbox.faults.add({ carrier: 'hubrise', method: 'PATCH', fault: down, nth });
		if (failing !== 'the webhook') await flow.pollOrders(fails, steps);
		for (let round = 0; round < 3; round += 1) await flow.look(fails, steps);
		for (const status of moves) {
			for (const id of ids) flow.move(id, status);
			await flow.pollNews(fails, steps);
		}

		expect(left()).toEqual([]);
		expect(flow.live()).toEqual([...ids, late].map((id) => `HR-${id}`).sort());
		for (const id of ids) {
			const { ref, status } = flow.delivery(id) ?? {};
			expect([ref, status, flow.order(id)?.status]).toEqual([refOf(id), 'delivered', 'completed']);
		}
		expect([flow.delivery(called)?.status, flow.order(called)?.status]).toEqual(['cancelled', 'cancelled']);
		expect(flow.notesOf(bad)).toEqual([expect.stringMatching(/no courier is booked.*phone/i)]);
		expect(flow.notesOf(late)).toEqual([expect.stringContaining('The courier still comes')]);
		const notUpdated = flow.mails.filter((mail) => mail.includes('could not be brought up to date'));
		expect(notUpdated.length > 0).toBe(code === 'refused');
		for (const mail of notUpdated) expect(mail).toMatch(/^Move the delivery is refused\n\nThe delivery \d+ is \w+\. Write it/m);
	});

	test('what HubRise will never take is reported by mail, and not tried again', async () => {
		await flow.run(NEWS, [{ id: '9', carrier: 'cyke', reference: 'HR-gone1', status: 'delivered' }]);
		expect(flow.mails).toEqual([expect.stringMatching(/order gone1 could not be brought up to date[^]*delivery 9 is delivered/)]);
	});
});
