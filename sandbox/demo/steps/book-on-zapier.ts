import { order, tomorrow } from '../orders/order';
import type { DemoEnvironment } from '../environment';
import type { Reporter } from '../reporter';
import { showDelivery } from './show-delivery';

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
export async function bookOnZapier(environment: DemoEnvironment, reporter: Reporter, number: string): Promise<string> {
	const item = await reporter.timed(
		'Zapier core',
		async () => await environment.zapier.cyke.create('cyke_create_delivery', stepInput(number)),
	);
	for (const request of environment.traffic()) reporter.line(request);
	showDelivery(reporter, item);
	return String(item.id);
}
