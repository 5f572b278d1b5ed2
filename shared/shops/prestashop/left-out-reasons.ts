import type { DeliveryMethod, LeftOutReason, Payment } from '../../delivery/request';
import { isListed, methodReason } from '../methods';
import { OrderFields } from '../order-fields';
import { isPayOnDelivery, paymentReason } from '../payment';
import { firstText, flagAt, quote, textAt, valueAt } from '../read-json';
import type { ShopSettings } from '../settings';
import { nameOf, rowsOf, type Bundle } from './bundle';

/** Payment accepted, remote payment accepted, processing: PrestaShop's own numbers. */
const USUAL = ['2', '3', '11'];

const BUILT_IN: Readonly<Record<string, { code: LeftOutReason['code']; name: string }>> = {
	'0': { code: 'not_ready', name: 'no state' },
	'1': { code: 'not_paid', name: 'awaiting check payment' },
	'4': { code: 'done', name: 'shipped' },
	'5': { code: 'done', name: 'delivered' },
	'6': { code: 'cancelled', name: 'cancelled' },
	'7': { code: 'refunded', name: 'refunded' },
	'8': { code: 'not_paid', name: 'payment error' },
	'10': { code: 'not_paid', name: 'awaiting bank wire' },
	'12': { code: 'not_paid', name: 'on backorder, not paid' },
	'13': { code: 'pay_on_delivery', name: 'awaiting cash on delivery' },
};

const NEVER = ['6', '7', '8'];

/** Why a custom state of the shop leaves the order out, from the flags of the joined state. */
function joinedReason(state: unknown, number: string): LeftOutReason | null | undefined {
	if (state === undefined || textAt(state, 'id') !== number) return undefined;
	const name = nameOf(valueAt(state, 'name')) ?? number;
	if (flagAt(state, 'shipped') === true)
		return { code: 'done', message: `The order's state ${quote(name)} counts as shipped.` };
	if (flagAt(state, 'paid') === true) return null;
	return { code: 'not_paid', message: `The order's state ${quote(name)} does not count as paid.` };
}

function stateReason({ order, state }: Bundle, settings: ShopSettings): LeftOutReason | null {
	const number = textAt(order, 'current_state');
	if (number === null) return { code: 'not_ready', message: 'The order has no state.' };
	const known = Object.hasOwn(BUILT_IN, number) ? BUILT_IN[number] : undefined;
	const reason: LeftOutReason = {
		code: known?.code ?? 'not_ready',
		message: `The order's state ${quote(known === undefined ? number : `${number}, ${known.name}`)} is not one to deliver.`,
	};
	if (NEVER.includes(number)) return reason;
	if ((settings.statuses ?? USUAL).includes(number)) return null;
	if (settings.statuses === null) {
		const read = joinedReason(state, number);
		if (read !== undefined && known === undefined) return read;
	}
	if (number === '13' && settings.payOnDelivery === 'deliver') return null;
	return reason;
}

export function paymentOf({ order }: Bundle): Payment {
	if (
		textAt(order, 'current_state') === '13' ||
		isPayOnDelivery(textAt(order, 'module')) ||
		isPayOnDelivery(textAt(order, 'payment')) ||
		/cashondelivery/i.test(textAt(order, 'module') ?? '')
	) {
		return 'pay_on_delivery';
	}
	const valid = flagAt(order, 'valid');
	return valid === undefined ? 'unknown' : valid ? 'paid' : 'unpaid';
}

export function methodOf({ order, carrier }: Bundle): DeliveryMethod {
	const name = nameOf(valueAt(carrier, 'name'));
	return { id: textAt(order, 'id_carrier'), title: name === '0' ? null : name };
}

/** Modules by which customers collect in the shop, and modules of parcel shops. */
const COLLECT_MODULE = /click.?(and|n|&)?.?collect|pick.?up|store.?(delivery|pickup|collect)|retrait|collect/i;
const POINT_MODULE =
	/mondialrelay|relais|relay|chronorelais|pickuppoint|pointrelais|colissimo.*(point|relais)|packlink.*point|inpost|paczkomat/i;

function carrierReason(bundle: Bundle, settings: ShopSettings): LeftOutReason | null {
	const { carrier } = bundle;
	const method = methodOf(bundle);
	const names = { ...method, title: method.title ?? textAt(carrier, 'id_reference') };
	if (settings.methods !== null && isListed(names, settings.methods)) return null;
	const module = textAt(carrier, 'external_module_name');
	if (module !== null && POINT_MODULE.test(module))
		return { code: 'pickup_point', message: `The order goes to a parcel shop (carrier module ${quote(module)}).` };
	if (module !== null && COLLECT_MODULE.test(module))
		return { code: 'collected', message: `The customer collects the order (carrier module ${quote(module)}).` };
	if (method.id === '0')
		return { code: 'nothing_physical', message: 'The order has no carrier (0): nothing in it is to be sent.' };
	// Carrier 1 and the carrier named "0" are PrestaShop's own "pick up in store". An edited carrier keeps its
	// reference.
	const first =
		carrier === undefined
			? method.id === '1'
			: nameOf(valueAt(carrier, 'name')) === '0' || (textAt(carrier, 'id_reference') ?? textAt(carrier, 'id')) === '1';
	if (first) {
		return {
			code: 'collected',
			message: `Carrier ${quote(firstText(method.title, method.id))} is PrestaShop's own for orders that customers collect. Name it among the delivery methods if it delivers.`,
		};
	}
	return null;
}

function physicalReason({ order, products }: Bundle): LeftOutReason | null {
	const rows = rowsOf(order);
	const virtual = flagAt(order, 'virtual') === true || flagAt(order, 'is_virtual') === true;
	const all = rows.length > 0 && rows.every((row) => isVirtual(row, products));
	return virtual || all ? { code: 'nothing_physical', message: 'Nothing in the order is to be sent.' } : null;
}

export function isVirtual(row: unknown, products: readonly unknown[]): boolean {
	const product = products.find((one) => textAt(one, 'id') !== null && textAt(one, 'id') === textAt(row, 'product_id'));
	return [row, product].some((one) => flagAt(one, 'is_virtual') === true || textAt(one, 'product_type') === 'virtual');
}

export function reasonsOf(bundle: Bundle, settings: ShopSettings): LeftOutReason[] {
	const state = stateReason(bundle, settings);
	const payment = paymentOf(bundle);
	const paid =
		state === null && payment === 'pay_on_delivery'
			? paymentReason(payment, firstText(textAt(bundle.order, 'payment'), textAt(bundle.order, 'module')), settings)
			: null;
	return [
		state,
		paid,
		carrierReason(bundle, settings) ?? methodReason(methodOf(bundle), new OrderFields([]), settings),
		physicalReason(bundle),
	].filter((reason) => reason !== null);
}
