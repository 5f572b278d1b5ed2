import type { LeftOutReason, OrderProblem, Payment } from '../../delivery/request';
import type { OrderFields } from '../order-fields';
import { methodReason, splitProblems } from '../methods';
import { isPayOnDelivery, paymentReason } from '../payment';
import { flagAt, listAt, numberAt, quote, textAt, toText, valueAt } from '../read-json';
import type { ShopSettings } from '../settings';
import { hasAddress, isHidden, methodOf, methodsOf, mayTakeBilling } from './address';

const word = (order: unknown, key: string) => textAt(order, key)?.toLowerCase() ?? null;

/** The tag of an order that no courier was booked for, or that its courier gave up: a person decides. */
export const TROUBLE = 'courier trouble';

/** REST has tags in one text, GraphQL in a list. */
function isPutAside(order: unknown): boolean {
	const text = textAt(order, 'tags');
	const tags = text === null ? listAt(order, 'tags').map((tag) => toText(tag) ?? '') : text.split(',');
	return tags.some((tag) => tag.trim().toLowerCase() === TROUBLE);
}

const USUAL = ['paid', 'partially_refunded'];

export function paymentOf(order: unknown): Payment {
	const status = word(order, 'financial_status');
	if (status !== null && USUAL.includes(status)) return 'paid';
	const gateways = [textAt(order, 'gateway'), ...listAt(order, 'payment_gateway_names').map(toText)];
	if (gateways.some(isPayOnDelivery)) return 'pay_on_delivery';
	return status === null ? 'unknown' : 'unpaid';
}

function stateReasons(order: unknown, settings: ShopSettings): (LeftOutReason | null)[] {
	const status = word(order, 'financial_status');
	const cancelled = textAt(order, 'cancelled_at');
	const fulfilment = word(order, 'fulfillment_status');
	const chosen = (settings.statuses ?? USUAL).map((name) => name.toLowerCase());
	const payment = paymentOf(order);
	const unpaid =
		status !== null && chosen.includes(status)
			? null
			: paymentReason(payment === 'unknown' ? 'unpaid' : payment, status, settings);
	return [
		flagAt(order, 'test') === true ? { code: 'test', message: 'The order is a test order.' } : null,
		cancelled === null ? null : { code: 'cancelled', message: `The order was cancelled at ${cancelled}.` },
		status === 'voided' ? { code: 'voided', message: 'The payment is voided.' } : null,
		status === 'refunded' ? { code: 'refunded', message: 'The order is refunded.' } : null,
		status === 'voided' || status === 'refunded' ? null : unpaid,
		fulfilment === 'fulfilled' && !settings.again ? { code: 'done', message: 'The order is already fulfilled.' } : null,
		fulfilment === 'restocked' ? { code: 'cancelled', message: 'Every line was taken back into stock.' } : null,
		fulfilment === 'on_hold' || fulfilment === 'scheduled'
			? { code: 'not_ready', message: `The order's fulfilment is ${quote(fulfilment)}.` }
			: null,
		flagAt(order, 'confirmed') === false ? { code: 'not_ready', message: 'The order is not confirmed.' } : null,
		isPutAside(order) && !settings.again
			? {
					code: 'not_ready',
					message: `The order has the tag ${quote(TROUBLE)}. Take the tag off when a courier is to be booked.`,
				}
			: null,
	];
}

const METHOD_TYPES: Readonly<Record<string, LeftOutReason>> = {
	pick_up: { code: 'collected', message: 'The customer collects the order ("PICK_UP").' },
	retail: { code: 'collected', message: 'The order was sold at the till ("RETAIL").' },
	pickup_point: { code: 'pickup_point', message: 'The order goes to a parcel shop or a locker ("PICKUP_POINT").' },
	none: { code: 'nothing_physical', message: 'Nothing in the order is to be sent ("NONE").' },
};

/** GraphQL's fulfilment orders state the delivery method explicitly. A moved one stays in the list as closed. */
const typesOf = (order: unknown): readonly string[] => [
	...new Set(
		listAt(order, 'fulfillment_orders')
			.filter((one) => !/^(closed|cancelled)$/.test(word(one, 'status') ?? ''))
			.map((one) => textAt(one, 'delivery_method', 'method_type')?.toLowerCase() ?? 'unknown'),
	),
];

const isOurs = (type: string) => !Object.hasOwn(METHOD_TYPES, type);

function typeReason(order: unknown): LeftOutReason | null {
	const types = typesOf(order);
	const [first] = types;
	return first === undefined || types.some(isOurs) ? null : (METHOD_TYPES[first] ?? null);
}

/** One part is to be delivered, and another collected: which lines are which is the shop's to say. */
export function typeProblems(order: unknown): OrderProblem[] {
	const types = typesOf(order).filter((type) => type !== 'none');
	if (types.every(isOurs) || !types.some(isOurs)) return [];
	const found = types.join(', ').toUpperCase();
	return [
		{
			field: 'method',
			found,
			message: `The order goes two ways (${found}). Book the part to deliver with the carrier's own operation.`,
		},
	];
}

/** REST has no field for it: an order for collection has no shipping address. */
function unaddressedReason(order: unknown, settings: ShopSettings): LeftOutReason | null {
	const method = methodOf(order);
	if (hasAddress(order) || isHidden(order) || mayTakeBilling(order, settings)) return null;
	if (word(order, 'source_name') === 'pos')
		return { code: 'collected', message: 'The order was sold at the till, and has no shipping address.' };
	if (method.title === null) return null;
	return {
		code: 'collected',
		message: `The order has no shipping address, as orders that customers collect (delivery method ${quote(method.title)}).`,
	};
}

/** Gift cards and services travel by mail of another kind. */
const isPhysical = (line: unknown) =>
	flagAt(line, 'requires_shipping') !== false &&
	flagAt(line, 'gift_card') !== true &&
	flagAt(line, 'is_gift_card') !== true;

/** Pieces taken back; older versions of the API list them in the refunds alone. */
const refunded = (order: unknown, line: unknown): number =>
	listAt(order, 'refunds')
		.flatMap((refund) => listAt(refund, 'refund_line_items'))
		.filter((one) => textAt(one, 'line_item_id') !== null && textAt(one, 'line_item_id') === textAt(line, 'id'))
		.reduce<number>((sum, one) => sum + (numberAt(one, 'quantity') ?? 0), 0);

/** What is left to send of a line that is sent in parts. */
function openOf(line: unknown): number | null {
	const open =
		word(line, 'fulfillment_status') === 'partial'
			? numberAt(line, 'fulfillable_quantity')
			: numberAt(line, 'unfulfilled_quantity');
	return open !== null && open > 0 ? open : null;
}

/** The quantity of a line after refunds, edits and what was sent before. A text that is no number stays one. */
export function quantityOf(order: unknown, line: unknown): unknown {
	const open = openOf(line);
	if (open !== null) return open;
	const ordered = numberAt(line, 'quantity');
	const back = refunded(order, line);
	const isTakenBack = ordered !== null && ordered > 0 && back > 0;
	return valueAt(line, 'current_quantity') ?? (isTakenBack ? Math.max(0, ordered - back) : valueAt(line, 'quantity'));
}

const isGone = (order: unknown, line: unknown) =>
	numberAt(line, 'current_quantity') === 0 || (refunded(order, line) > 0 && quantityOf(order, line) === 0);

const isSent = (line: unknown) =>
	word(line, 'fulfillment_status') === 'fulfilled' || numberAt(line, 'unfulfilled_quantity') === 0;

/** Lines that still have to be sent. */
export const physicalLines = (order: unknown, { again }: ShopSettings): unknown[] =>
	listAt(order, 'line_items').filter((line) => isPhysical(line) && !isGone(order, line) && (again || !isSent(line)));

function physicalReason(order: unknown, settings: ShopSettings): LeftOutReason | null {
	const lines = listAt(order, 'line_items');
	if (lines.length === 0 || physicalLines(order, settings).length > 0) return null;
	if (lines.every((line) => !isPhysical(line)))
		return { code: 'nothing_physical', message: 'Nothing in the order is to be sent.' };
	return { code: 'done', message: 'Every line of the order is fulfilled or taken back.' };
}

export function reasonsOf(order: unknown, fields: OrderFields, settings: ShopSettings): LeftOutReason[] {
	const isSplit = splitProblems(methodsOf(order), settings).length > 0;
	const way =
		typeReason(order) ??
		(isSplit ? null : methodReason(methodOf(order), fields, settings)) ??
		unaddressedReason(order, settings);
	return [...stateReasons(order, settings), physicalReason(order, settings), way].filter((reason) => reason !== null);
}
