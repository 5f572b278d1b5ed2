import type { DeliveryMethod, LeftOutReason, Payment } from '../../delivery/request';
import { methodReason, splitProblems } from '../methods';
import type { OrderFields } from '../order-fields';
import { isPayOnDelivery, paymentReason } from '../payment';
import { firstText, flagAt, listAt, numberAt, objectAt, quote, textAt, valueAt } from '../read-json';
import type { ShopSettings } from '../settings';

/** Without the prefix that WooCommerce stores and some plug-ins send. */
export const statusOf = (order: unknown): string | null =>
	textAt(order, 'status')?.toLowerCase().replace(/^wc-/, '') ?? null;

/** The user's status setting never makes these ours. */
const NEVER: Readonly<Record<string, LeftOutReason['code']>> = {
	cancelled: 'cancelled',
	canceled: 'cancelled',
	trash: 'cancelled',
	refunded: 'refunded',
	failed: 'not_paid',
};

const USUAL: Readonly<Record<string, LeftOutReason['code']>> = {
	pending: 'not_paid',
	'on-hold': 'not_paid',
	'checkout-draft': 'not_ready',
	'auto-draft': 'not_ready',
	draft: 'not_ready',
	completed: 'done',
};

function statusReason(status: string | null, settings: ShopSettings): LeftOutReason | null {
	const allowed = (settings.statuses ?? ['processing']).map((name) => name.toLowerCase().replace(/^wc-/, ''));
	const never = status === null ? undefined : NEVER[status];
	if (never === undefined && status !== null && allowed.includes(status)) return null;
	const code = never ?? (status === null ? undefined : USUAL[status]) ?? 'not_ready';
	return {
		code,
		message:
			status === null ? 'The order has no status.' : `The order's status ${quote(status)} is not one to deliver.`,
	};
}

/** Gateways mark the orders of their test mode. */
const TEST_MARKS = ['wcpay_mode', 'ppcp_paypal_payment_mode', 'stripe_mode', 'mollie_payment_mode', 'payment_mode'];

function testReason(fields: OrderFields): LeftOutReason | null {
	const mode = fields.text(...TEST_MARKS);
	return mode !== null && /^(test|sandbox)$/i.test(mode)
		? { code: 'test', message: `The order was paid in test mode (${quote(mode)}).` }
		: null;
}

function refundReason(order: unknown): LeftOutReason | null {
	const total = numberAt(order, 'total');
	const refunded = listAt(order, 'refunds').reduce<number>(
		(sum, refund) => sum + Math.abs(numberAt(refund, 'total') ?? 0),
		0,
	);
	return total !== null && total > 0 && refunded >= total - 0.005
		? { code: 'refunded', message: `The order is refunded (${refunded} of ${total}).` }
		: null;
}

const isVirtual = (line: unknown) =>
	flagAt(line, 'virtual') === true ||
	flagAt(line, 'is_virtual') === true ||
	flagAt(line, 'product', 'virtual') === true;

/** More than downloads. An order of downloads has no delivery method and no address. */
function physicalReason(order: unknown): LeftOutReason | null {
	const lines = listAt(order, 'line_items');
	const nothing = flagAt(order, 'needs_processing') === false || (lines.length > 0 && lines.every(isVirtual));
	const shipping = objectAt(order, 'shipping');
	const methods = valueAt(order, 'shipping_lines');
	const unsent =
		lines.length > 0 &&
		Array.isArray(methods) &&
		methods.length === 0 &&
		textAt(shipping, 'address_1') === null &&
		textAt(shipping, 'address_2') === null;
	return nothing || unsent ? { code: 'nothing_physical', message: 'Nothing in the order is to be sent.' } : null;
}

export function paymentOf(order: unknown): Payment {
	const dated = firstText(textAt(order, 'date_paid_gmt'), textAt(order, 'date_paid'));
	if (dated !== null) return 'paid';
	if (isPayOnDelivery(textAt(order, 'payment_method')) || isPayOnDelivery(textAt(order, 'payment_method_title')))
		return 'pay_on_delivery';
	if (flagAt(order, 'needs_payment') === true) return 'unpaid';
	const status = statusOf(order);
	if (status === 'processing' || status === 'completed') return 'paid';
	return valueAt(order, 'date_paid') === null ? 'unpaid' : 'unknown';
}

const NO_METHOD: DeliveryMethod = { id: null, title: null };

/** A shop with several sellers has a line for each. */
export const methodsOf = (order: unknown): DeliveryMethod[] =>
	listAt(order, 'shipping_lines').map((line) => ({
		id: textAt(line, 'method_id'),
		title: textAt(line, 'method_title'),
	}));

export const methodOf = (order: unknown): DeliveryMethod => methodsOf(order)[0] ?? NO_METHOD;

export function reasonsOf(order: unknown, fields: OrderFields, settings: ShopSettings): LeftOutReason[] {
	const isSplit = splitProblems(methodsOf(order), settings).length > 0;
	const paymentMethod = firstText(textAt(order, 'payment_method_title'), textAt(order, 'payment_method'));
	const status = statusReason(statusOf(order), settings);
	const reasons = [
		status,
		refundReason(order),
		testReason(fields),
		status === null ? paymentReason(paymentOf(order), paymentMethod, settings) : null,
		isSplit ? null : methodReason(methodOf(order), fields, settings),
		physicalReason(order),
	];
	return reasons.filter((reason) => reason !== null);
}

/** Lines that are sent. */
export const physicalLines = (order: unknown): unknown[] =>
	listAt(order, 'line_items').filter((line) => !isVirtual(line));
