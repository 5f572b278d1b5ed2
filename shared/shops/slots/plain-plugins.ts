import type { SlotPlugin } from './plugin';

/** Plug-ins of WooCommerce that write one field for the day and one for the time, each under a key of its own. */
const PLAIN: readonly (readonly [id: string, title: string, day: string, time: string])[] = [
	['wcdd', 'Delivery Date for WooCommerce', 'wcdd_delivery_date', 'wcdd_delivery_time'],
	['dtwc', 'Delivery Times for WooCommerce', 'dtwc_delivery_date', 'dtwc_delivery_time'],
	['pi_system', 'Pickup and Delivery Date Time', 'pi_system_delivery_date', 'pi_delivery_time'],
	['pi_delivery', 'Pickup and Delivery Date Time', 'pi_delivery_date', 'pi_delivery_time'],
	['themehigh', 'ThemeHigh Order Delivery Date', 'thwdtp_delivery_datepicker', 'thwdtp_delivery_time'],
	['byconsole', 'ByConsole Order Delivery Time', 'byconsolewooodt_delivery_date', 'byconsolewooodt_delivery_time'],
	['woocommerce_food', 'WooCommerce Food', 'exwfood_date_deli', 'exwfood_time_deli'],
	['woofood', 'WooFood', 'woofood_date_to_deliver', 'woofood_time_to_deliver'],
	['food_store', 'Food Store', 'wfs_service_date', 'wfs_service_time'],
	['product_delivery_date', 'Product Delivery Date', 'prdd_date', 'prdd_time_slot'],
	['product_delivery_date_lite', 'Product Delivery Date Lite', 'prdd_lite_date', 'prdd_lite_time_slot'],
	['checkout_time_picker', 'Checkout Time Picker', 'tpfw_picked_time', 'tpfw_picked_time'],
	['wpcafe', 'WPCafe', 'wpc_pro_delivery_date', 'wpc_pro_delivery_time'],
];

/** One field for the day, and one for the time. */
export const plain = (id: string, title: string, day: string, time: string): SlotPlugin => ({
	id,
	title,
	day: [
		{ key: day, as: 'ymd' },
		{ key: day, as: 'shop' },
	],
	time: [{ key: time, as: 'text' }],
	end: [],
});

export const plainPlugins: readonly SlotPlugin[] = PLAIN.map((row) => plain(...row));
