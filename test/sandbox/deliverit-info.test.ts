import { createSandbox, type Sandbox } from '../../sandbox/carriers';
import type { DeliveritBody } from './response-bodies';
import { DELIVERIT, deliverit, info, MINUTE, parseResponse, SHOP_AUTH, OTHER_SHOP_AUTH } from './cyke-deliverit-client';

let sandbox: Sandbox;
beforeEach(() => {
	sandbox = createSandbox();
});

const post = (path: string, fields?: Record<string, string>, authorization?: string) =>
	deliverit(sandbox, 'POST', path, fields, authorization);
const send = (change: Record<string, string> = {}) => post('/api/v1/orderinfo/14/create', { ...info, ...change });
const update = (url: string, change: Record<string, string> = {}) => post(url, { ...info, delivery: '1', ...change });
const createInfo = async () => (await send()).json;

test('stored: 201 with links under a random number of its own', async () => {
	const { status, json } = await send();
	expect(status).toBe(201);
	expect(json).toEqual({
		error: false,
		message: 'ok,This order is for delivery',
		distance_in_km: expect.any(Number),
		price_with_vat: expect.any(Number),
		update_url: expect.stringMatching(
			/^https:\/\/butik\.deliverit\.dk\/api\/v1\/orderinfo\/14\/[A-Za-z0-9]{15}\/update$/,
		),
		cancel_url: expect.stringMatching(
			/^https:\/\/butik\.deliverit\.dk\/api\/v1\/orderinfo\/14\/[A-Za-z0-9]{15}\/cancel$/,
		),
	});
	expect(Number.isInteger(json.price_with_vat)).toBe(true);
});

test('collected by the customer', async () => {
	expect((await send({ delivery: '0' })).json.message).toBe('ok,The customer will pick up this order');
});

test('the number of the caller is taken once', async () => {
	await send();
	expect(await send({ name: 'Somebody' })).toMatchObject({
		status: 400,
		json: { error: true, message: 'Order with that number exist. Please use unique number' },
	});
	const other = await post(
		'/api/v1/orderinfo/149/create',
		{ ...info, latitude: '56.15', longitude: '10.2' },
		OTHER_SHOP_AUTH,
	);
	expect(other.status).toBe(201);
});

test.each(['ordernumber', 'name', 'telephone', 'street', 'city', 'zip', 'paid'])('%s is needed', async (name) => {
	expect(await send({ [name]: '' })).toMatchObject({
		status: 400,
		json: { error: true, message: `Variable '${name}' cannot be empty` },
	});
	const { update_url } = await createInfo();
	expect(await update(update_url, { [name]: '' })).toMatchObject({
		status: 400,
		json: { message: `Variable ${name} cannot be empty` },
	});
});

test('an update must state whether it is for delivery', async () => {
	const { update_url } = await createInfo();
	expect((await post(update_url, info)).json.message).toBe('Variable delivery cannot be empty');
});

test('coordinates are found for a clean address, and not for a messy one', async () => {
	const messy = { street: 'Vestergade 12, 3. sal tv' };
	expect(await send(messy)).toMatchObject({
		status: 400,
		json: { error: true, message: 'Address is too messy. Cannot find latitude and longitude.' },
	});
	const sent = await send({ ...messy, latitude: '55.39', longitude: '10.38' });
	expect(sent.status).toBe(201);
	// The page of the update lists no messy address: the position stays.
	expect((await update(sent.json.update_url, messy)).json.distance_in_km).toBe(sent.json.distance_in_km);
});

test.each<[string, Record<string, string>, RegExp]>([
	['an unknown variable', { phone: '1' }, /phone/],
	['a phone of 7 digits', { telephone: '1234567' }, /8 digits/],
	['paid in words', { paid: 'true' }, /1 or 0/],
	['delivery in words', { delivery: 'yes' }, /1 or 0/],
])('refused: %s', async (_, change, sentence) => {
	expect((await send(change)).json.message).toMatch(sentence);
});

test('in JSON truth values are truth values, or 1 and 0', async () => {
	const json = async (change: object) =>
		parseResponse<DeliveritBody>(
			await sandbox.fetch(`${DELIVERIT}/api/v1/orderinfo/14/create`, {
				method: 'POST',
				headers: { authorization: SHOP_AUTH, 'content-type': 'application/json' },
				body: JSON.stringify({ ...info, ...change }),
			}),
		);
	expect((await json({ ordernumber: 'a', paid: true, delivery: 0, zip: 5000 })).json.message).toMatch(/pick up/);
	expect((await json({ ordernumber: 'b', paid: 1 })).status).toBe(201);
	expect((await json({ ordernumber: 'c', paid: 2 })).status).toBe(400);
	expect((await json({ ordernumber: 4 })).status).toBe(400);
});

test('update: by the random number, with the words and no error', async () => {
	const { update_url } = await send({ paid: '0' }).then(({ json }) => json);
	expect(await update(update_url, { paid: '1' })).toMatchObject({
		status: 200,
		json: { error: false, message: 'Update ok,This order is for delivery', update_url },
	});
	expect(sandbox.deliverit.customers[0]?.paid).toBe(true);
	const unknown = {
		status: 400,
		json: { error: true, message: 'Order with that number does not exist. Please use correct number' },
	};
	expect(await update('/api/v1/orderinfo/14/WEB-1001/update')).toMatchObject(unknown);
	expect(await update(update_url, { ordernumber: 'WEB-9' })).toMatchObject(unknown);
});

test('cancel: to the letter', async () => {
	const { cancel_url, update_url } = await createInfo();
	const cancelOk = { status: 200, json: { error: false, canceled: true, message: 'Cancellation ok,' } };
	expect(await post(cancel_url)).toMatchObject(cancelOk);
	expect(await post(cancel_url)).toMatchObject(cancelOk);
	expect((await update(update_url)).status).toBe(400);
	expect(await post('/api/v1/orderinfo/14/unknown/cancel')).toMatchObject({
		status: 400,
		json: { message: 'Order with that number does not exist. Please use correct number' },
	});
});

test('202 that cancelled nothing, once the driver is less than 15 minutes away', async () => {
	const { cancel_url } = await createInfo();
	const orderNumber = sandbox.deliverit.customers[0]?.orderNumber ?? '';
	sandbox.deliverit.bookDriverFor(orderNumber, sandbox.clock.now() + 30 * MINUTE);
	await sandbox.clock.advance(15 * MINUTE + 1);
	expect(await post(cancel_url)).toMatchObject({
		status: 202,
		json: {
			error: false,
			canceled: false,
			message: 'You cannot cancel an order, where the driver is booked, and there are less than 15 minutes til pickup.',
		},
	});
	expect(sandbox.journal.entries.at(-1)?.committed).toBe(false);
	expect(sandbox.deliverit.customer(orderNumber)?.canceled).toBe(false);
});

test('earlier than that, the driver is cancelled along', async () => {
	const { cancel_url } = await createInfo();
	const orderNumber = sandbox.deliverit.customers[0]?.orderNumber ?? '';
	sandbox.deliverit.bookDriverFor(orderNumber, sandbox.clock.now() + 30 * MINUTE);
	expect((await post(cancel_url)).status).toBe(200);
	expect(sandbox.deliverit.orders[0]?.state).toBe('canceled');
});

test('strangers', async () => {
	const { cancel_url, update_url } = await createInfo();
	const forbidden = { status: 401, json: { error: true, message: 'You should not be here' } };
	for (const url of [cancel_url, cancel_url.replace('/14/', '/149/')]) {
		expect(await post(url, undefined, OTHER_SHOP_AUTH)).toMatchObject(forbidden);
	}
	const fields = { ...info, delivery: '1' };
	const own = update_url.replace('/14/', '/149/');
	// The page of the update lists no 401.
	expect(await post(own, fields, OTHER_SHOP_AUTH)).toMatchObject({
		status: 400,
		json: { error: true, message: 'Order with that number does not exist. Please use correct number' },
	});
	expect(await post('/api/v1/orderinfo/14/create', info, OTHER_SHOP_AUTH)).toMatchObject(forbidden);
	expect(await post(cancel_url, undefined, '')).toMatchObject(forbidden);
});

test('some strange error, in its two wordings', async () => {
	const { cancel_url } = await createInfo();
	sandbox.deliverit.settings.databaseDown = true;
	const sentence = (verb: string) =>
		`Some strange error has occured. Please try again. If the error ${verb}, please contact DeliverIt`;
	expect((await send({ ordernumber: 'WEB-2' })).json.message).toBe(sentence('remains'));
	expect((await post(cancel_url)).json.message).toBe(sentence('continues'));
});

test('a price request', async () => {
	const price = (query: string) => deliverit(sandbox, 'GET', `/api/v1/request/price${query}`);
	expect(await price('?longitude=10.3912053&latitude=55.3957969')).toMatchObject({
		status: 200,
		json: { error: false, distance_in_km: 0.24, estimated_delivery_time_in_minutes: 3, price_ex_vat: 42 },
	});
	for (const missing of ['?longitude=10.39', '?latitude=55.39', '']) {
		expect(await price(missing)).toMatchObject({
			status: 400,
			json: { error: true, message: 'Please send me the latitude' },
		});
	}
	expect((await price('?longitude=10,39&latitude=55.39')).status).toBe(400);
	expect((await price('?longitude=10.39&latitude=55.39&latitude=55.4')).json.message).toContain('twice');
	expect((await price('?longitude=10.39&latitude=55.39&zip=5000')).json.message).toContain('zip');
	expect((await deliverit(sandbox, 'GET', '/api/v1/request/price', undefined, '')).status).toBe(401);
});
