import type { FieldTable } from '../../../scripts/generate/field-places';
import { computed, makes, paged, person, reasons, customerAndLocationTables } from './customer-and-location-fields';

const deprecated = 'Deprecated by its page';
const delivery = { 'delivery.create': [''], 'delivery.update': [''] };
const element = { 'order.create': [''], 'order.update': [''] };
const inside = (list: string) => ({
	'order.create': [list],
	'order.update': [list],
});
const entryOf = 'Update Order, References of Entries';
const removal = 'Update Order, Entries to Remove';

/** The field tables of HubRise's pages: what goes out, and what comes back. */
export const fieldTables: readonly FieldTable[] = [
	{
		title: 'Sign-in, sent (HR21, HR22, HR23)',
		fields: 'redirect_uri client_id client_secret scope state country account_name location_name device_id code token',
		as: {
			...reasons('redirect_uri state code', 'The host gives it when somebody connects'),
			...reasons('client_id client_secret', 'Fields of the connection'),
			scope: 'By the Access Level of the connection',
		},
		leftOut: {
			...reasons('country account_name location_name', 'They fill in the form of a new customer of HubRise'),
			device_id: 'One connection is one token: a device of its own is another connection',
			token: 'Neither host calls anything when a connection is deleted',
		},
	},
	{
		title: 'Sign-in, received (HR22)',
		fields:
			'access_token token_type account_id location_id catalog_id customer_list_id account_name location_name catalog_name customer_list_name',
		as: {
			access_token: 'The credential itself',
			...reasons('account_id location_id', 'They say which connection it is'),
			...reasons('account_name location_name', 'The name of the connection, read by its test (HR19, HR20)'),
			...reasons('customer_list_id customer_list_name', 'The drop-down of customer lists (HR26)'),
		},
		leftOut: { token_type: 'Always the same', ...reasons('catalog_id catalog_name', 'No step is about a catalogue') },
	},
	{
		title: 'Delivery, sent (HR1, HR3)',
		fields:
			'carrier carrier_ref ref status fee estimated_pickup_at estimated_dropoff_at tracking_url driver_pickup_url driver_name driver_phone driver_phone_access_code driver_latitude driver_longitude assigned_at pickup_at delivered_at cancelled_at id order_id location_id',
		forms: delivery,
		leftOut: { id: makes },
	},
	{
		title: 'Delivery, received (HR2)',
		fields:
			'id order_id location_id carrier carrier_ref ref status fee estimated_pickup_at estimated_dropoff_at tracking_url driver_pickup_url driver_name driver_phone driver_phone_access_code driver_latitude driver_longitude assigned_at pickup_at delivered_at cancelled_at',
		answers: [{ action: 'delivery.get' }],
	},
	{
		title: 'Delivery inside an order, received (HR9)',
		fields:
			'carrier carrier_ref ref status fee estimated_pickup_at estimated_dropoff_at tracking_url driver_pickup_url driver_name driver_phone driver_phone_access_code driver_latitude driver_longitude assigned_at pickup_at delivered_at cancelled_at',
		answers: [{ action: 'order.get', sample: 1, at: 'delivery' }],
	},
	{
		title: 'Quote, sent (HR4)',
		fields: 'carrier carrier_ref ref fee estimated_pickup_at estimated_dropoff_at status accepted_at',
		forms: { 'quote.create': [''] },
		leftOut: { status: 'It stands in a sample and in no table' },
		as: { accepted_at: 'Accept Delivery Quote sets it' },
	},
	{
		title: 'Quote, received (HR6)',
		fields: 'id order_id location_id carrier carrier_ref ref fee estimated_pickup_at estimated_dropoff_at accepted_at',
		answers: [{ action: 'quote.get' }],
	},
	{
		title: 'Order, sent (HR8, HR12)',
		fields:
			'id location_id channel ref private_ref status service_type service_type_ref created_at created_by expected_time expected_time_pickup asap confirmed_time customer_notes seller_notes collection_code coupon_codes items deals discounts charges payments customer_id customer_list_id customer_private_ref customer loyalty_operations custom_fields total total_discrepancy payment_discrepancy delivery',
		forms: element,
		leftOut: {
			id: makes,
			created_at: makes,
			created_by: makes,
			total: computed,
			total_discrepancy: deprecated,
			payment_discrepancy: deprecated,
		},
		as: { delivery: 'Actions of their own: Create, Update, Create or Update Delivery' },
	},
	{
		title: 'Order, received (HR9)',
		fields:
			'id location_id channel ref private_ref status service_type service_type_ref created_at created_by expected_time expected_time_pickup asap confirmed_time customer_notes seller_notes collection_code coupon_codes items deals discounts charges payments customer loyalty_operations custom_fields total total_discrepancy payment_discrepancy delivery connection_name',
		answers: [{ action: 'order.get', sample: 1 }],
		as: {
			deals: "An item names its deal, by the deal's own name",
			...reasons('items discounts charges payments', 'Line by line: see its own table'),
		},
		leftOut: {
			loyalty_operations: 'Get Loyalty Operations of the card has them, with the balances that they led to',
			custom_fields: 'An object of any shape',
			total_discrepancy: deprecated,
			payment_discrepancy: deprecated,
			connection_name: 'In no table; seen by an integrator',
		},
	},
	{
		title: 'List of orders, sent (HR10, HR11)',
		fields: 'private_ref status created_by after before customer_id count cursor',
		forms: { 'order.getAll': [''] },
		as: { count: paged, cursor: paged },
	},
	{
		title: 'Item, sent',
		fields:
			'id private_ref product_name sku_name sku_ref price quantity subtotal tax_rate customer_notes points_earned points_used options deal_line deleted',
		forms: inside('items'),
		as: { id: entryOf, deleted: removal },
		leftOut: { subtotal: computed },
	},
	{
		title: 'Item, received',
		fields:
			'id private_ref product_name sku_name sku_ref price quantity subtotal tax_rate customer_notes points_earned points_used options deal_line deleted',
		answers: [{ action: 'order.get', sample: 1, at: 'items.1' }],
		as: {
			options: 'As one text, which the form takes again',
			deal_line: 'Deal, by its name',
			deleted: 'An item that was taken off is not listed',
		},
		leftOut: reasons('points_earned points_used', 'For information only: they move no card'),
	},
	{
		title: 'Option, sent',
		fields: 'option_list_name name ref price quantity removed',
		as: reasons(
			'option_list_name name ref price quantity removed',
			'Options of an item: "List: Name [ref] x2 +1.00", a minus for removed, or a list of objects from an earlier step',
		),
	},
	{
		title: 'Option, received',
		fields: 'option_list_name name ref price quantity removed',
		answers: [{ action: 'order.get', sample: 1, at: 'items.1.options.0' }],
	},
	{
		title: 'Deal and deal line, sent',
		fields: 'name ref deal_key label pricing_effect pricing_value position',
		as: {
			name: 'Deals: "Name [ref]"',
			ref: 'Deals: "Name [ref]"',
			deal_key: 'Made here: an item names its deal',
			label: 'Deal of an item: "Deal: Label"',
			pricing_effect: 'Deal of an item, as an object from an earlier step',
			pricing_value: 'Deal of an item, as an object from an earlier step',
		},
		leftOut: { position: 'In no table' },
	},
	{
		title: 'Deal line, received',
		fields: 'deal_key label pricing_effect pricing_value position',
		answers: [{ action: 'order.get', sample: 1, at: 'items.0.deal_line' }],
		leftOut: {
			...reasons('pricing_effect pricing_value', 'HubRise computes nothing with it, and the price of the item stands'),
			position: 'In no table',
		},
	},
	{
		title: 'Discount, sent',
		fields: 'id private_ref name ref price_off deleted pricing_effect pricing_value',
		forms: inside('discounts'),
		as: { id: entryOf, deleted: removal },
		leftOut: { pricing_effect: deprecated, pricing_value: deprecated },
	},
	{
		title: 'Discount, received',
		fields: 'id private_ref name ref price_off deleted pricing_effect pricing_value',
		answers: [{ action: 'order.get', sample: 1, at: 'discounts.0' }],
		as: { deleted: 'A discount that was taken off is not listed' },
		leftOut: { pricing_effect: deprecated, pricing_value: deprecated },
	},
	{
		title: 'Charge, sent',
		fields: 'id private_ref name ref price tax_rate deleted type charge_type charge_price charge_ref',
		forms: inside('charges'),
		as: { id: entryOf, deleted: removal },
		leftOut: reasons('type charge_type charge_price charge_ref', deprecated),
	},
	{
		title: 'Charge, received',
		fields: 'id private_ref name ref price tax_rate deleted type charge_type charge_price charge_ref',
		answers: [{ action: 'order.get', sample: 1, at: 'charges.0' }],
		as: { deleted: 'A charge that was taken off is not listed' },
		leftOut: reasons('type charge_type charge_price charge_ref', deprecated),
	},
	{
		title: 'Payment, sent',
		fields: 'id private_ref name ref amount info deleted type',
		forms: inside('payments'),
		as: { id: entryOf, deleted: removal },
		leftOut: { type: deprecated },
	},
	{
		title: 'Payment, received',
		fields: 'id private_ref name ref amount info deleted type',
		answers: [{ action: 'order.get', sample: 1, at: 'payments.0' }],
		as: { deleted: 'A payment that was taken off is not listed' },
		leftOut: { type: deprecated, info: 'An object of any shape' },
	},
	{
		title: 'Loyalty operation of an order, sent',
		fields: 'ref delta reason name new_balance',
		forms: { 'order.create': ['loyalty_operations'] },
		leftOut: { new_balance: computed },
	},
	{
		title: 'Loyalty operation of an order, received',
		fields: 'ref delta reason name new_balance',
		leftOut: reasons('ref delta reason name new_balance', 'Get Loyalty Operations of the card has them all'),
	},
	{
		title: "Guest of an order, sent (customer's fields)",
		fields: person,
		forms: { 'order.create': ['customer'] },
	},
	{
		title: 'Customer inside an order, received',
		fields: `id customer_list_id private_ref anonymised ${person} nb_orders order_total first_order_date last_order_date loyalty_cards custom_fields`,
		answers: [{ action: 'order.get', sample: 1, at: 'customer' }],
		leftOut: {
			...reasons(
				'anonymised gender birth_date sms_marketing email_marketing nb_orders order_total first_order_date last_order_date loyalty_cards',
				'Get Customer has it; an order needs it for no delivery',
			),
			custom_fields: 'An object of any shape',
		},
	},
	...customerAndLocationTables,
];
