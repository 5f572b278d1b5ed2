import graphql from './orders/shopify-graphql.json';
import rest from './orders/shopify-rest.json';
import { delivered, outcome } from './read';
import { afternoon } from './read-slots';
import { atTwo, slotIn } from './slot-in';

const [bread] = rest.line_items;
const shopify = (changes: Record<string, unknown> = {}) => ({ ...rest, note_attributes: [], ...changes });
const withProperties = (properties: unknown) => shopify({ line_items: [{ ...bread, properties }] });
const attributes = (pairs: Record<string, string>) =>
	shopify({ note_attributes: Object.entries(pairs).map(([name, value]) => ({ name, value })) });

describe('what Shopify apps write', () => {
	it.each<[string, unknown, string]>([
		[
			"Zapiet's day in the cart's lines alone",
			withProperties([{ name: '_ZapietId', value: 'M=D&L=11&D=2026-11-25T00:00:00Z' }]),
			'day 2026-11-25',
		],
		[
			'with the time, which is the wall clock of the shop',
			withProperties([{ name: '_ZapietId', value: 'M=D&L=11&D=2026-11-25T14:00:00Z' }]),
			atTwo,
		],
		[
			'what a program computed is UTC',
			withProperties([{ name: '_ZapietId', value: 'M=S&D=2026-11-24T23:00:00.000Z' }]),
			'day 2026-11-25',
		],
		[
			'Zapiet, collected',
			withProperties([{ name: '_ZapietId', value: 'M=P&L=11&D=2026-11-25T14:00:00Z' }]),
			'left out: collected',
		],
		[
			'attributes outrank the packed property',
			{
				...attributes({ 'Delivery-Date': '2026-11-25', 'Delivery-Time': '2:00 PM - 4:00PM' }),
				line_items: withProperties([{ name: '_ZapietId', value: 'M=D&L=11&D=2026-11-26T09:00:00Z' }]).line_items,
			},
			afternoon,
		],
		[
			'DingDoong',
			withProperties([
				{ name: 'Method', value: 'Local delivery' },
				{ name: 'Delivery Date', value: 'Wednesday, 25 November 2026' },
				{ name: 'Delivery Time', value: '02:00 PM - 04:00 PM' },
			]),
			afternoon,
		],
		['the same, collected', withProperties([{ name: 'Method', value: 'Store pickup' }]), 'left out: collected'],
		['Bird, sent', withProperties([{ name: '_BirdChimeSlotId', value: 'M=S;D=2026-11-25' }]), 'day 2026-11-25'],
		[
			'properties as an object',
			withProperties({ 'Delivery Date': '2026-11-25', 'Delivery Time': '14:00 - 16:00' }),
			afternoon,
		],
		[
			'a label with its format',
			attributes({ 'Delivery Date (dd/mm/yyyy) *': '25/11/2026', 'Delivery Time': '14:00 - 16:00' }),
			afternoon,
		],
		['the time behind the day', attributes({ 'Delivery Date': '25 November 2026 between 2pm and 4pm' }), afternoon],
		['the day before the time', attributes({ 'Delivery Slot': 'Wed 25 Nov 2026, 2:00 PM - 4:00 PM' }), afternoon],
		[
			'a day of two readings before the time',
			attributes({ 'Delivery Slot': '05/12/2026 14:00 - 16:00' }),
			'problems: slot',
		],
		['a date with points is no clock', attributes({ 'Delivery Date': '13.12.2026' }), 'day 2026-12-13'],
		['any time', attributes({ 'Delivery Date': '2026-11-25', 'Delivery Time': 'Any time' }), 'day 2026-11-25'],
		['as Danes write it', attributes({ Leveringsdato: 'onsdag 25/11-2026', Leveringstid: 'kl. 14-16' }), afternoon],
	])('%s', (_title, sample, slot) => {
		expect(slotIn(sample)).toBe(slot);
	});

	it('a note for the driver is an attribute', () => {
		expect(delivered({ ...attributes({ 'Order-Notes': 'Ring twice' }), note: null }).note).toBe('Ring twice');
	});
});

describe('what is left of a Shopify order', () => {
	const lines = (...changes: Record<string, unknown>[]) =>
		shopify({ financial_status: 'partially_refunded', line_items: changes.map((one) => ({ ...bread, ...one })) });
	const old = { id: 7, quantity: 3, current_quantity: undefined };
	const refunds = (quantity: number) => [{ refund_line_items: [{ line_item_id: '7', quantity }] }];

	it('pieces that an old refund took back are not sent', () => {
		const sent = (quantity: number) => ({ ...lines(old), refunds: refunds(quantity) });
		expect(delivered(sent(1)).goods).toMatchObject([{ quantity: 2 }]);
		expect(outcome(sent(3))).toBe('left out: done');
		expect(outcome({ ...sent(3), ...lines(old, { id: 8, quantity: 1 }) })).toBe('deliver');
	});

	it('a refund is not taken off twice', () => {
		expect(delivered({ ...lines({ ...old, current_quantity: 2 }), refunds: refunds(1) }).goods).toMatchObject([
			{ quantity: 2 },
		]);
	});

	it('of a line that is sent in parts, the rest', () => {
		const part = { quantity: 3, current_quantity: 3, fulfillable_quantity: 1, fulfillment_status: 'partial' };
		expect(delivered(lines(part)).goods).toMatchObject([{ quantity: 1 }]);
		const [edge] = graphql.data.order.lineItems.edges;
		const open = { nodes: [{ ...edge?.node, unfulfilledQuantity: 1 }] };
		expect(delivered({ data: { order: { ...graphql.data.order, lineItems: open } } }).goods).toMatchObject([
			{ quantity: 1 },
		]);
	});

	it('an order whose halves go two ways is a problem', () => {
		const ways = (...titles: string[]) => titles.map((title) => ({ title, code: title }));
		expect(outcome(shopify({ shipping_lines: ways('Local Delivery', 'Pickup in store') }))).toBe('problems: method');
		const [first, second] = ways('Pickup in store', 'Local Delivery');
		expect(outcome(shopify({ shipping_lines: [{ ...first, is_removed: true }, second] }))).toBe('deliver');
	});
});
