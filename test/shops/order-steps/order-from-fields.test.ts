import { orderFromFields } from '../../../shared/shops/order-steps/order-from-fields';
import type { MappedOrder } from '../../../shared/shops/order-steps/order-fields';
import { shops } from '../../../shared/shops/shops';
import { delivered, outcome } from '../read';

const mapped: MappedOrder = {
	order_number: '612',
	status: 'processing',
	payment_status: 'paid',
	shipping_method: 'Coursier',
	shipping: {
		first_name: 'Nora',
		last_name: 'Petit',
		phone: '0611223344',
		street: '3 rue Oberkampf',
		postal_code: '75011',
		city: 'Paris',
		country: 'FR',
	},
	items: [{ name: 'Savon', sku: 'S1', quantity: '2', weight: '250' }],
};
const states: Readonly<Record<string, string>> = { prestashop: '2', shopify: '' };

const orderOf = (shop: string, changes: Partial<MappedOrder> = {}) =>
	orderFromFields(shop, { ...mapped, status: states[shop] ?? 'processing', ...changes }, shops);

test.each(['woocommerce', 'shopify', 'prestashop', 'generic'])('%s: the weight of an item is taken', (shop) => {
	expect(delivered(orderOf(shop)).goods).toMatchObject([{ sku: 'S1', quantity: 2, weightGrams: 250 }]);
});

describe.each(['woocommerce', 'shopify'])('%s: the methods of several lines come as one text', (shop) => {
	it.each([
		['Coursier,Retrait boutique', undefined, 'problems: method'],
		['Coursier,Coursier', 'flat_rate,local_pickup', 'problems: method'],
		['Retrait boutique,Click & collect', undefined, 'left out: collected'],
		['Coursier,Livraison', 'flat_rate,flat_rate', 'deliver'],
		['Coursier, le soir', undefined, 'deliver'],
	])('%s', (shipping_method, shipping_method_code, result) => {
		expect(outcome(orderOf(shop, { shipping_method, shipping_method_code }))).toBe(result);
	});
});

test.each(['woocommerce', 'shopify', 'prestashop', 'generic'])(
	'%s: the phone may stand in the billing alone',
	(shop) => {
		const shipping = { ...mapped.shipping, phone: undefined };
		expect(delivered(orderOf(shop, { shipping, billing: { phone: '0611223344' } })).contact.phone).toBe('0611223344');
	},
);
