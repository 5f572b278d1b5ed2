import { createSandbox, type Sandbox } from '../../sandbox/carriers';
import { bookDeliveritTrip, deliverit, MINUTE, OTHER_SHOP_AUTH, tokenOf, trip } from './cyke-deliverit-client';

let sandbox: Sandbox;
beforeEach(() => {
	sandbox = createSandbox();
	sandbox.deliverit.settings.push = { kind: 'always', minutes: 25 };
});

const post = (url: string, authorization?: string) => deliverit(sandbox, 'POST', url, undefined, authorization);
const listed = async () =>
	(await deliverit(sandbox, 'GET', '/api/v1/order/14/2026-11-23/2026-11-23')).json.orders ?? [];

test('a pushed time is a proposal, not an order', async () => {
	const offer = await bookDeliveritTrip(sandbox);
	expect(offer).toMatchObject({ push: true, time: '18:55' });
	expect(await listed()).toEqual([]);
});

test('accepted: 202 with the words of the documentation; again: 200, nothing to do', async () => {
	const offer = await bookDeliveritTrip(sandbox);
	expect(await post(offer.acceptUrl)).toMatchObject({
		status: 202,
		json: {
			DeliverItOpen: true,
			order_driver: true,
			time: '18:55',
			arriveAtCustomer: offer.arrive_at_customer,
			message: 'The trip is saved and the driver will arrive at restaurant at 18:55',
			cancelurl: offer.cancelUrl,
		},
	});
	expect(await post(offer.acceptUrl)).toMatchObject({
		status: 200,
		json: {
			DeliverItOpen: true,
			order_driver: false,
			message: 'You have already accepted this trip or it has not been pushed. Nothing to do',
			cancelurl: offer.cancelUrl,
		},
	});
	expect(await listed()).toHaveLength(1);
	expect(sandbox.journal.find({ route: 'orderdriver.accept', committed: true })).toHaveLength(1);
});

test('accepting what was never pushed: nothing to do', async () => {
	sandbox.deliverit.settings.push = { kind: 'never' };
	expect((await post((await bookDeliveritTrip(sandbox)).acceptUrl)).status).toBe(200);
});

test('denied: it is gone, and cannot be accepted', async () => {
	const offer = await bookDeliveritTrip(sandbox);
	const denyOk = { status: 200, json: { error: false, message: 'The order is now canceled' } };
	expect(await post(offer.denyUrl)).toMatchObject(denyOk);
	expect(await post(offer.denyUrl)).toMatchObject(denyOk);
	expect(await post(offer.acceptUrl)).toMatchObject({
		status: 400,
		json: {
			DeliverItOpen: true,
			order_driver: false,
			message: 'You cannot accept this anymore. Time limit reached or order does not exist. Please create new order',
		},
	});
	expect(await listed()).toEqual([]);
});

test('an accepted trip is not denied any more', async () => {
	const offer = await bookDeliveritTrip(sandbox);
	await post(offer.acceptUrl);
	expect(await post(offer.denyUrl)).toMatchObject({
		status: 400,
		json: { error: true, message: 'You should not be here' },
	});
	expect(await listed()).toHaveLength(1);
});

test('a proposal runs out after five minutes', async () => {
	const [first, second] = [await bookDeliveritTrip(sandbox), await bookDeliveritTrip(sandbox)];
	await sandbox.clock.advance(5 * MINUTE - 1);
	expect((await post(first.acceptUrl)).status).toBe(202);
	await sandbox.clock.advance(1);
	expect(sandbox.deliverit.order(tokenOf(second.acceptUrl))?.state).toBe('expired');
	expect((await post(second.acceptUrl)).status).toBe(400);
	expect((await post(second.denyUrl)).status).toBe(200);
	expect(await listed()).toHaveLength(1);
});

test('a wrong key is rejected: 401 on accept, 400 on deny', async () => {
	const offer = await bookDeliveritTrip(sandbox);
	const forbidden = { message: 'You should not be here' };
	expect(await post(offer.acceptUrl, OTHER_SHOP_AUTH)).toMatchObject({
		status: 401,
		json: { ...forbidden, DeliverItOpen: true, order_driver: false },
	});
	expect(await post(offer.acceptUrl.replace('/14/', '/149/'), OTHER_SHOP_AUTH)).toMatchObject({
		status: 401,
		json: forbidden,
	});
	expect(await post(offer.denyUrl, OTHER_SHOP_AUTH)).toMatchObject({
		status: 400,
		json: { ...forbidden, error: true },
	});
	expect(await post(offer.denyUrl.replace('/14/', '/149/'), OTHER_SHOP_AUTH)).toMatchObject({
		status: 400,
		json: forbidden,
	});
	expect((await post(offer.denyUrl, 'Basic eDp5')).status).toBe(401);
	expect(await post('/api/v1/orderdriver/accept/14/unknown')).toMatchObject({ status: 400 });
	expect(await post('/api/v1/orderdriver/deny/14/unknown')).toMatchObject({ status: 400, json: forbidden });
});

test('a proposal can be cancelled, and was never an order', async () => {
	const offer = await bookDeliveritTrip(sandbox);
	expect((await post(offer.cancelUrl)).status).toBe(200);
	expect(await listed()).toEqual([]);
});

test('pushed only when all drivers are on a trip at that time', async () => {
	sandbox.deliverit.settings.push = { kind: 'busy', drivers: 2, tripMinutes: 30 };
	const offers = [await bookDeliveritTrip(sandbox), await bookDeliveritTrip(sandbox), await bookDeliveritTrip(sandbox)];
	expect(offers.map(({ push, time }) => `${push} ${time}`)).toEqual(['false 18:30', 'false 18:30', 'true 19:00']);
	await post(offers[0]?.cancelUrl ?? '');
	expect((await bookDeliveritTrip(sandbox)).push).toBe(false);
});

test('the nearest free time may lie before the requested one', async () => {
	sandbox.deliverit.settings.push = { kind: 'always', minutes: -25 };
	expect(await bookDeliveritTrip(sandbox)).toMatchObject({ push: true, time: '18:05' });
	sandbox.deliverit.settings.push = { kind: 'busy', drivers: 1, tripMinutes: 10 };
	sandbox.deliverit.settings.listsProposals = true;
	expect(await listed()).toHaveLength(1);
	const taken = await bookDeliveritTrip(sandbox, { time: '18:08' });
	expect(taken).toMatchObject({ push: true, time: '18:18' });
	expect(await bookDeliveritTrip(sandbox, { time: '18:04' })).toMatchObject({ push: true, time: '17:54' });
});

test('no driver: a success status, and no order', async () => {
	sandbox.deliverit.settings.noDriver = true;
	const response = await deliverit(sandbox, 'POST', '/api/v1/orderdriver/create', trip);
	expect(response).toMatchObject({
		status: 201,
		json: { DeliverItOpen: true, order_driver: false, message: 'No driver' },
	});
	expect(sandbox.deliverit.orders).toEqual([]);
});
