import { dayLabels, timeLabels } from './labels';
import { plain, plainPlugins } from './plain-plugins';
import type { SlotPlugin } from './plugin';

/** Last in each table, because a label may belong to any plug-in. */
export const labelled: SlotPlugin = {
	id: 'labels',
	title: 'Delivery date and time by their labels',
	day: dayLabels.map((key) => ({ key, as: 'shop' })),
	time: timeLabels.map((key) => ({ key, as: 'text' })),
	end: [],
};

const iconic = (id: string, title: string, prefix: string): SlotPlugin => ({
	id,
	title,
	day: [
		{ key: `${prefix}_timestamp`, as: 'epoch' },
		{ key: `${prefix}_date_ymd`, as: 'ymd' },
		{ key: `${prefix}_date`, as: 'shop' },
	],
	time: [{ key: `${prefix}_timeslot`, as: 'text' }],
	end: [],
});

/** "Dato" and "Tid", as some themes name what their customers choose. In a sheet they are the order's own. */
const bare: SlotPlugin = {
	id: 'bare',
	title: 'Date and time',
	day: ['date', 'dato', 'datum', 'fecha', 'data', 'jour', 'dag'].map((key) => ({ key, as: 'shop' })),
	time: ['time', 'tid', 'tidspunkt', 'heure', 'hora', 'uhrzeit', 'zeit', 'tijd'].map((key) => ({ key, as: 'text' })),
	end: [],
	both: true,
};

export const woocommercePlugins: readonly SlotPlugin[] = [
	iconic('iconic', 'Iconic Delivery Slots', 'jckwds'),
	// Subscriptions and their renewals carry the slot under keys of their own.
	iconic('iconic_renewal', 'Iconic Delivery Slots (subscription)', 'iconic_wds_subscription'),
	{
		id: 'order_delivery_date_pro',
		title: 'Order Delivery Date Pro',
		day: [
			{ key: 'orddd_timeslot_timestamp', as: 'wall_epoch' },
			{ key: 'orddd_timestamp', as: 'wall_epoch' },
			{ key: 'orddd_delivery_date', as: 'shop' },
			{ key: 'e_deliverydate', as: 'shop' },
		],
		time: [{ key: 'orddd_time_slot', as: 'text' }],
		end: [],
		labels: true,
	},
	{
		id: 'order_delivery_date_lite',
		title: 'Order Delivery Date Lite',
		day: [
			{ key: 'orddd_lite_timeslot_timestamp', as: 'wall_epoch' },
			{ key: 'orddd_lite_timestamp', as: 'wall_epoch' },
		],
		time: [{ key: 'orddd_lite_time_slot', as: 'text' }],
		end: [],
		labels: true,
	},
	{
		id: 'orderable',
		title: 'Orderable',
		day: [
			{ key: 'orderable_order_timestamp', as: 'epoch' },
			{ key: 'orderable_order_date', as: 'shop' },
		],
		time: [{ key: 'orderable_order_time', as: 'text' }],
		end: [],
	},
	{
		id: 'yith',
		title: 'YITH Delivery Date',
		day: [{ key: 'ywcdd_order_delivery_date', as: 'ymd' }],
		time: [{ key: 'ywcdd_order_slot_from', as: 'text' }],
		end: [{ key: 'ywcdd_order_slot_to', as: 'text' }],
	},
	{
		id: 'local_pickup_plus',
		title: 'Local Pickup Plus',
		day: [{ key: 'pickup_appointment_start', as: 'epoch' }],
		time: [{ key: 'pickup_appointment_start', as: 'epoch' }],
		end: [{ key: 'pickup_appointment_end', as: 'epoch' }],
	},
	{
		// WooCommerce Order Delivery writes _delivery_date and _delivery_time_frame; CodeRockz delivery_date and
		// delivery_time.
		id: 'delivery_date',
		title: 'Order Delivery, or CodeRockz Delivery & Pickup',
		day: [
			{ key: 'delivery_date', as: 'ymd' },
			{ key: 'delivery_date', as: 'shop' },
		],
		time: [
			{ key: 'delivery_time_frame', as: 'frame' },
			{ key: 'delivery_time', as: 'text' },
		],
		end: [],
		labels: true,
	},
	...plainPlugins,
	labelled,
	bare,
];

export const shopifyPlugins: readonly SlotPlugin[] = [
	{
		id: 'zapiet',
		title: 'Zapiet Store Pickup + Delivery',
		day: [
			{ key: 'delivery_date', as: 'ymd' },
			{ key: 'delivery_date', as: 'shop' },
			{ key: 'shipping_date', as: 'ymd' },
		],
		time: [{ key: 'delivery_time', as: 'text' }],
		end: [],
		labels: true,
	},
	plain('bird', 'Bird Pickup & Delivery', 'bird_d', 'bird_t'),
	{
		// Bird, DingDoong, Stellar and the like write a label for the day and one for the slot.
		...labelled,
		id: 'shopify_labels',
		title: 'Delivery date apps (Bird and the like)',
	},
	bare,
	{
		// The last resort, where a shop's own cart leaves the attributes out.
		id: 'zapiet_id',
		title: 'Zapiet Store Pickup + Delivery',
		day: [{ key: 'zapiet_d', as: 'ymd' }],
		time: [],
		end: [],
	},
];

export const prestashopPlugins: readonly SlotPlugin[] = [
	plain('delivery_dates_wizard', 'Delivery Dates Wizard', 'ddw_order_date', 'ddw_order_time'),
	plain('ey_date_picker', 'Delivery Date Picker', 'shipping_date', 'shipping_hour'),
	// PrestaShop's own delivery_date is the date of its delivery slip, and no wish: the reader keeps it from this row.
	labelled,
];

const STARTS = ['slot_start', 'delivery_slot_start', 'delivery_start'];

export const genericPlugins: readonly SlotPlugin[] = [
	{
		id: 'slot_fields',
		title: 'Slot Start and Slot End',
		day: [...STARTS, 'deliver_at', 'slot_date'].flatMap((key) => plain('', '', key, '').day),
		time: [...STARTS, 'slot_time'].map((key) => ({ key, as: 'text' })),
		end: ['slot_end', 'delivery_slot_end', 'delivery_end'].map((key) => ({ key, as: 'text' })),
	},
	// A flat list of fields may hold the meta of any shop.
	...woocommercePlugins.filter((row) => row !== labelled && row !== bare),
	...prestashopPlugins.filter((row) => row !== labelled),
	labelled,
];
