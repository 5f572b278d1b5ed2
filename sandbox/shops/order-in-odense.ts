import { order } from '../demo/orders/order';

const door = { address_1: 'Vestergade 10', address_2: '', city: 'Odense C', postcode: '5000', country: 'DK' };

/** WooCommerce's order for a door in Odense, whose place a map of the checkout has found. */
export function orderInOdense(number: string) {
	const whole = order(number);
	return {
		...whole,
		billing: { ...whole.billing, ...door, phone: '+45 12 34 56 78' },
		shipping: { ...whole.shipping, ...door },
		meta_data: [
			...whole.meta_data,
			{ id: 1, key: 'shipping_latitude', value: '55.3957969' },
			{ id: 2, key: 'shipping_longitude', value: '10.3912053' },
		],
	};
}
