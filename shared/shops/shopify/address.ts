import type { DeliveryMethod } from '../../delivery/request';
import { isListed } from '../methods';
import { firstText, flagAt, listAt, objectAt, textAt } from '../read-json';
import type { ShopSettings } from '../settings';

/** Each shipping line; one that was taken off again stays in the list of newer versions. */
export const methodsOf = (order: unknown): DeliveryMethod[] =>
	[...listAt(order, 'shipping_lines'), ...listAt(order, 'shipping_line')]
		.filter((line) => flagAt(line, 'is_removed') !== true)
		.map((line) => ({
			id: firstText(textAt(line, 'code'), textAt(line, 'id')),
			title: firstText(textAt(line, 'title'), textAt(line, 'code')),
		}));

export const methodOf = (order: unknown): DeliveryMethod => methodsOf(order)[0] ?? { id: null, title: null };

const hasStreet = (block: unknown) => textAt(block, 'address1') !== null || textAt(block, 'address2') !== null;

export const hasAddress = (order: unknown): boolean => hasStreet(objectAt(order, 'shipping_address'));

/** Apps without access to customers' data see the country of an address, and no street or name. */
export const isHidden = (order: unknown): boolean =>
	!hasAddress(order) &&
	firstText(textAt(order, 'shipping_address', 'country_code'), textAt(order, 'shipping_address', 'country')) !== null;

const DELIVERED =
	/deliver|shipping|courier|express|standard|econom|priority|livraison|colis|coursier|levering|udbringning|bud\b|versand|liefer|lieferung|entrega|env[íi]o|consegna|spedizione|bezorg|verzend|frakt|leverans/i;

/**
 * Some webhooks of paid orders have no shipping address (it is null), and neither do orders that customers collect. The
 * billing address replaces it only where the delivery method's wording or the user's choice shows that the order is
 * delivered.
 */
export function mayTakeBilling(order: unknown, settings: ShopSettings): boolean {
	const method = methodOf(order);
	return isListed(method, settings.methods ?? []) || DELIVERED.test(`${method.title ?? ''} ${method.id ?? ''}`);
}

/** The address that the order goes to, and the other places of a person, in order. */
export function placesOf(order: unknown, settings: ShopSettings): { address: unknown; people: readonly unknown[] } {
	const shipping = objectAt(order, 'shipping_address');
	const billing = objectAt(order, 'billing_address');
	const customer = objectAt(order, 'customer');
	const usual = objectAt(customer, 'default_address');
	const others = mayTakeBilling(order, settings) ? [billing, usual] : [];
	const address = [shipping, ...others].find(hasStreet) ?? shipping;
	return { address, people: [address, shipping, billing, customer, usual] };
}
