import {
	defaultUpdateSettings,
	type DeliveryState,
	type DeliveryNews,
	type ShopUpdate,
} from '../../shared/shops/update';
import { update as updatePrestashop } from '../../shared/shops/prestashop/update';
import { update as updateShopify } from '../../shared/shops/shopify/update';
import presta from './orders/prestashop.json';
import graphql from './orders/shopify-graphql.json';
import rest from './orders/shopify-rest.json';
import { booked, moved, refused, unknown, later, purposes, found, settings } from './news';

describe('Shopify', () => {
	const shopOrder = (changes: Record<string, unknown> = {}) => ({
		data: { order: { ...graphql.data.order, fulfillments: [], ...changes } },
	});
	const fulfilled = (events: string[]) => ({
		fulfillments: [
			{
				id: 'gid://shopify/Fulfillment/5',
				trackingInfo: [{ number: '77' }],
				events: { nodes: events.map((status) => ({ status })) },
			},
		],
	});

	it("asks for the fulfilment orders that a webhook's order does not name", () => {
		expect(updateShopify(rest, moved('picked_up'), settings())).toMatchObject({
			outcome: 'ask',
			request: {
				method: 'POST',
				path: '/admin/api/2026-01/graphql.json',
				body: { variables: { id: 'gid://shopify/Order/450789469001' } },
			},
		});
	});

	it('makes a fulfilment with tracking when the goods are on their way', () => {
		expect(purposes(updateShopify(shopOrder(), booked(), settings()))).toEqual(['note']);
		expect(found(updateShopify(shopOrder(), moved('picked_up'), settings()), 'tracking')?.body).toMatchObject({
			variables: {
				fulfillment: {
					lineItemsByFulfillmentOrder: [{ fulfillmentOrderId: 'gid://shopify/FulfillmentOrder/9001' }],
					notifyCustomer: true,
					trackingInfo: { company: 'Cyke', number: '77', url: 'https://track.example.com/77' },
				},
			},
		});
	});

	it('adds an event to the fulfilment, once and never backwards', () => {
		const event = (status: DeliveryState['status'], events: string[]) =>
			found(updateShopify(shopOrder(fulfilled(events)), moved(status), settings()), 'event')?.body;
		expect(event('delivered', ['CARRIER_PICKED_UP'])).toMatchObject({
			variables: { fulfillmentEvent: { fulfillmentId: 'gid://shopify/Fulfillment/5', status: 'DELIVERED' } },
		});
		expect(event('delivered', ['DELIVERED'])).toBeUndefined();
		expect(event('picked_up', ['OUT_FOR_DELIVERY'])).toBeUndefined();
		expect(event('failed', ['OUT_FOR_DELIVERY'])).toMatchObject({
			variables: { fulfillmentEvent: { status: 'FAILURE' } },
		});
		expect(event('created', [])).toBeUndefined();
	});

	it('a cancelled order gets a note alone', () => {
		expect(
			purposes(updateShopify(shopOrder({ cancelledAt: '2026-11-24T10:00:00Z' }), moved('picked_up'), settings())),
		).toEqual(['note']);
	});

	it("trouble is a tag and a sentence beside the customer's note", () => {
		expect(found(updateShopify(rest, refused, settings()), 'note')?.body).toMatchObject({
			variables: { tags: ['courier trouble'], metafields: [{ value: 'Cyke: no courier is booked. Phone is empty.' }] },
		});
		expect(found(updateShopify(rest, unknown, settings()), 'note')?.body).toMatchObject({
			variables: { tags: ['courier unknown'] },
		});
		expect(updateShopify(rest, later, settings()).outcome).toBe('nothing');
	});
});

describe('PrestaShop', () => {
	const [first] = presta.order.orders;
	const thread = { customer_threads: [{ id: '90', id_order: '3801' }] };
	const noted = (...messages: string[]) => ({
		...thread,
		customer_messages: messages.map((message) => ({ message, private: '1' })),
	});
	const order = (current_state: string, more: Record<string, unknown> = {}) => ({
		order: { ...first, current_state },
		...noted(),
		...more,
	});
	const carriers = (tracking_number = '') => ({
		order_carriers: [
			{ id: '40', id_order: '3801', id_carrier: '3', id_order_invoice: '12', weight: '1.2', tracking_number },
		],
	});
	const stateIn = (update: ShopUpdate) => /<id_order_state>(\d+)</.exec(String(found(update, 'status')?.body))?.[1];

	it.each<[string, DeliveryNews, string | undefined]>([
		['2', booked(), '3'],
		['3', moved('picked_up'), '4'],
		['2', moved('delivered'), '5'],
		['4', booked(), undefined],
		['5', moved('in_transit'), undefined],
		['6', moved('delivered'), undefined],
		['7', moved('delivered'), undefined],
		['17', moved('delivered'), undefined],
	])('over state %s', (current, news, state) => {
		expect(stateIn(updatePrestashop(order(current, carriers()), news, settings()))).toBe(state);
	});

	it('a refusal puts a paid order aside where the shop has a state for it', () => {
		const states = { ...defaultUpdateSettings.prestashopStates, trouble: '9' };
		const aside = updatePrestashop(order('2'), refused, settings({ prestashopStates: states }));
		expect(stateIn(aside)).toBe('9');
		// Customers get no mail about it.
		expect(found(aside, 'status')?.path).toBe('/api/order_histories');
		expect(stateIn(updatePrestashop(order('9'), refused, settings({ prestashopStates: states })))).toBeUndefined();
		const later = updatePrestashop(order('9', carriers()), moved('delivered'), settings({ prestashopStates: states }));
		expect([stateIn(later), found(later, 'status')?.path]).toEqual(['5', '/api/order_histories?sendemail=1']);
		expect(stateIn(updatePrestashop(order('6'), refused, settings({ prestashopStates: states })))).toBeUndefined();
		expect(stateIn(updatePrestashop(order('2'), unknown, settings({ prestashopStates: states })))).toBeUndefined();
	});

	it("asks for the order's carrier row, then writes its tracking number with all that the row holds", () => {
		expect(updatePrestashop(order('3'), moved('picked_up'), settings())).toMatchObject({
			outcome: 'ask',
			request: { method: 'GET' },
		});
		expect(found(updatePrestashop(order('3', carriers()), moved('picked_up'), settings()), 'tracking')).toMatchObject({
			method: 'PUT',
			path: '/api/order_carriers/40',
			contentType: 'text/xml',
			body: expect.stringContaining(
				'<id>40</id><id_order>3801</id_order><id_carrier>3</id_carrier><id_order_invoice>12</id_order_invoice><weight>1.2</weight><tracking_number>77</tracking_number>',
			) as string,
		});
		expect(
			found(updatePrestashop(order('3', carriers('77')), moved('in_transit'), settings()), 'tracking'),
		).toBeUndefined();
	});

	it('a note stands in the thread of the order: read, made where there is none, and written once', () => {
		const ask = (more: Record<string, unknown>) =>
			updatePrestashop({ order: { ...first, current_state: '2' }, ...more }, booked(), settings());
		expect(ask({})).toMatchObject({
			outcome: 'ask',
			request: {
				method: 'GET',
				path: '/api/customer_threads?output_format=JSON&display=full&filter[id_order]=[3801]',
			},
			known: { customer_threads: 'none' },
		});
		// No thread is answered by an empty list.
		expect(ask({ customer: { email: 'ines@example.org' }, customer_threads: 'none' })).toMatchObject({
			outcome: 'ask',
			request: {
				method: 'POST',
				path: '/api/customer_threads?output_format=JSON',
				body: expect.stringMatching(
					/<id_customer>5<.*<id_order>3801<.*<email>ines@example.org<.*<token>b44a6d<.*<status>closed</,
				) as string,
			},
			known: { customer_messages: 'none' },
		});
		expect(ask(thread)).toMatchObject({
			outcome: 'ask',
			request: { path: '/api/customer_messages?output_format=JSON&display=full&filter[id_customer_thread]=[90]' },
		});
		const made = { customer_threads: 'none', customer_messages: 'none', customer_thread: { id: '91' } };
		expect(found(ask(made), 'note')).toMatchObject({
			method: 'POST',
			path: '/api/customer_messages',
			body: expect.stringMatching(
				/<id_customer_thread>91<.*<message>Cyke: delivery 77 is booked .*<private>1</,
			) as string,
		});
		// Where none was made, the step does not ask for ever.
		expect(found(ask({ customer_threads: 'none', customer_messages: 'none' }), 'note')).toMatchObject({
			path: '/api/messages',
			body: expect.stringContaining('<id_order>3801</id_order><private>1</private>') as string,
		});
		const said = 'Cyke: delivery 77 is booked (scheduled). https://track.example.com/77';
		expect(purposes(ask(noted(said)))).toEqual(['status']);
		expect(purposes(ask(noted('Cyke: delivery 77 is now scheduled.')))).toEqual(['status']);
		expect(purposes(ask(noted('Cyke: delivery 770 is now scheduled.')))).toEqual(['note', 'status']);
	});

	it('an order whose carrier row is missing still gets its note and its state', () => {
		const update = updatePrestashop(order('3', { order_carriers: 'none' }), moved('picked_up'), settings());
		expect(purposes(update)).toEqual(['note', 'status']);
	});

	it('a text cannot break out of its element', () => {
		const note = found(
			updatePrestashop(order('2'), { kind: 'refused', carrier: 'A & B', message: '</message><id>1</id>' }, settings()),
			'note',
		);
		expect(String(note?.body).match(/<message>/g)).toHaveLength(1);
		expect(note?.body).toContain('A &#38; B');
	});
});
