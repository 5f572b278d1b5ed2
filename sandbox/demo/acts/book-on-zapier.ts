import { order, tomorrow } from '../orders/order';
import type { Stage } from '../stage';
import type { Teller } from '../tell';
import { showDelivery } from './show';

/** The fields of a Zap's step, mapped from the same order. */
function stepInput(number: string) {
	const { shipping, billing, customer_note, line_items } = order(number);
	const day = tomorrow().toFormat('yyyy-MM-dd');
	return {
		client_order_reference: `WC-${number}`,
		direction: 'outbound',
		dropoff_slot_starting_at: `${day} 14:00`,
		dropoff_slot_ending_at: `${day} 16:00`,
		dropoff_recipient_name: `${shipping.first_name} ${shipping.last_name}`,
		dropoff_recipient_phone: shipping.phone || billing.phone,
		dropoff_address: shipping.address_1,
		dropoff_postal_code: shipping.postcode,
		dropoff_city: shipping.city,
		dropoff_address_instructions: `${shipping.address_2}. ${customer_note}`,
		packages: line_items.map((item) => ({ packages_package_type: item.name, packages_amount: String(item.quantity) })),
	};
}

/** The same order through the real Zapier core. Returns the delivery's number. */
export async function bookOnZapier(stage: Stage, teller: Teller, number: string): Promise<string> {
	const item = await teller.timed('Zapier core', async () => await stage.zapier.cyke.create('cyke_create_delivery', stepInput(number)));
	for (const request of stage.traffic()) teller.line(request);
	showDelivery(teller, item);
	return String(item.id);
}
