import { createOrder } from '../../shared/carriers/hubrise/actions/create-order';
import { getOrder, listOrders } from '../../shared/carriers/hubrise/actions/order-reads';
import { updateLocation } from '../../shared/carriers/hubrise/actions/update-location';
import { createDelivery } from '../../shared/carriers/hubrise/actions/create-delivery';
import { hubrise } from '../../shared/carriers/hubrise/carrier';
import { describeOptions, optionsBody, readOptions } from '../../shared/carriers/hubrise/options';
import type { Action } from '../../shared/declare/action';
import type { JsonObject } from '../../shared/json';
import { connect } from '../../shared/run/connect';
import { perform } from '../../shared/run/perform';
import { response, scriptedPorts } from '../core/scripted-ports';
import { HubriseHarness, TILL } from './hubrise-harness';
import { itemOf } from './scripted-deliverit';

const pizza = {
	product_name: 'Margherita',
	price: '9',
	quantity: '2',
	options: 'Sauce: Barbecue [BBQ] +1.00; Toppings: -Onions',
};
let harness: HubriseHarness;
beforeEach(() => {
	harness = new HubriseHarness();
});

async function readAs(action: Action, values: JsonObject, status: number, text: string) {
	const access = connect(hubrise, { access_token: 'example-token' });
	if (!access.ok) throw new Error(access.failure.message);
	const ports = scriptedPorts(async () => ({ response: { status, headers: {}, text } }), Date.now());
	return await perform({ carrier: hubrise, action, access: access.value, values }, ports);
}

test('304 is a success without items', async () => {
	expect(await readAs(listOrders, {}, 304, '')).toEqual({ ok: true, value: [] });
});

test('304 for a look-up proves nothing, so no order is made', async () => {
	const { result, posted } = await createWith('GET');
	expect(result).toMatchObject({ ok: false, failure: { code: 'unreadable_answer' } });
	expect(posted).toBe(0);
});

test('304 for a booking proves nothing, so it is looked up', async () => {
	const { result, posted } = await createWith('POST');
	expect(result).toMatchObject({ ok: true, value: [{ id: 'made1', reference: 'WC-1' }] });
	expect(posted).toBe(1);
});

/** An order whose calls of one method are answered with 304. */
async function createWith(unchanged: 'GET' | 'POST') {
	let posted = 0;
	const ports = scriptedPorts(({ method }) => {
		if (method === 'POST') posted += 1;
		if (method === unchanged) return { response: { status: 304, headers: {}, text: '' } };
		return response(200, posted === 0 ? [] : [{ id: 'made1', private_ref: 'WC-1', status: 'new' }]);
	}, Date.now());
	const connected = connect(hubrise, TILL);
	if (!connected.ok) throw new Error(connected.failure.message);
	const values = { private_ref: 'WC-1', currency: 'EUR', items: [pizza] };
	const result = await perform({ carrier: hubrise, action: createOrder, access: connected.value, values }, ports);
	return { result, posted };
}

describe('what no page settles is read both ways', () => {
	test.each(['object', 'null', 'absent'] as const)('an order without a customer shows %s', async (unknownGuest) => {
		harness.sandbox.hubrise.settings.unknownGuest = unknownGuest;
		const { id } = harness.sandbox.hubrise.placeOrder({ status: 'new', service_type: 'delivery' });
		expect(itemOf(await harness.run(getOrder, { order_id: id }))).toMatchObject({ id, awaitsDelivery: true });
		expect(await harness.run(listOrders, {})).toMatchObject({ ok: true, value: [{ id }] });
	});

	test.each([true, false])('the fields of newer pages are there: %s', async (newerOrderFields) => {
		harness.sandbox.hubrise.settings.newerOrderFields = newerOrderFields;
		const { id } = harness.sandbox.hubrise.placeOrder();
		expect(itemOf(await harness.run(getOrder, { order_id: id }))).toMatchObject({
			asap: true,
			channel: newerOrderFields ? 'Sandbox Till' : null,
		});
	});

	test.each(['refuse', 'take'] as const)('amounts in another currency: %s', async (otherCurrencies) => {
		harness.sandbox.hubrise.settings.otherCurrencies = otherCurrencies;
		const result = await harness.run(createOrder, { items: [{ ...pizza, price: '9.00 USD' }] }, TILL);
		if (otherCurrencies === 'take') expect(itemOf(result).items).toMatchObject([{ priceCurrency: 'USD' }]);
		else expect(result).toMatchObject({ ok: false, failure: { code: 'refused' } });
	});

	test('an app that may not change locations gets a message that says so', async () => {
		harness.sandbox.hubrise.settings.locationUpdates = false;
		expect(await harness.run(updateLocation, { mode: 'normal' })).toMatchObject({
			ok: false,
			failure: { code: 'not_authorised', advice: expect.stringContaining('may not change the location') },
		});
	});
});

test.each([
	'Size: Small -0.50',
	'Toppings: -Onions [ON] x2 -1.00; Table: Nr -5',
	'Side 1: Ham +2.50; Side 2: Cheese; Toppings 2: Basil x3',
])('the options %s are read back as they are shown', (text) => {
	const options = readOptions(text);
	expect(options).toBeDefined();
	const answered = optionsBody(options ?? [], 'EUR').map((option) => ({ ...option }));
	expect(describeOptions(answered)).toBe(text);
});

test.each([
	['+33 1 76 00 00 00,,12345678#', '+33176000000', '12345678'],
	['01 76 00 00 00 p 1234', '+33176000000', '1234'],
	['01 76 00 00 00 poste 1234', '+33176000000', '1234'],
	['+33176000000 ext. 1234', '+33176000000', '1234'],
	['+44 20 7946 0958', '+442079460958', null],
	['+1 415 555 2671', '+14155552671', null],
	['+971501234567', '+971501234567', null],
	['+33 6 12 34 56 7', undefined, undefined],
])('the phone %s: number %s, code %s', async (phone, number, code) => {
	const customer = { first_name: 'Ada', address_1: '12 rue X', country: 'FR', phone };
	const result = await harness.run(createOrder, { items: [pizza], customer }, TILL);
	if (number === undefined)
		expect(result).toMatchObject({ ok: false, failure: { message: expect.stringContaining('Customer Phone') } });
	else expect(itemOf(result).customer).toMatchObject({ phone: number, phoneAccessCode: code });
});

test('the code behind the phone of a courier goes into its own field', async () => {
	const order_id = harness.sandbox.hubrise.placeOrder().id;
	await harness.run(createDelivery, { order_id, carrier: 'UPS', driver_phone: '+33 1 76 00 00 00,,1234#' });
	expect(harness.sandbox.hubrise.delivery(order_id)).toMatchObject({
		driver_phone: '+33176000000',
		driver_phone_access_code: '1234',
	});
});
