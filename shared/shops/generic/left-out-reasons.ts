import type { LeftOutReason, Payment } from '../../delivery/request';
import { methodReason } from '../methods';
import type { OrderFields } from '../order-fields';
import { isPayOnDelivery, paymentReason } from '../payment';
import { flagAt, quote } from '../read-json';
import type { ShopSettings } from '../settings';
import type { FlatFields } from './fields';

export const METHOD = [
	'shipping_method',
	'shipping_method_title',
	'delivery_method',
	'shipping_lines_method_title',
	'shipping_title',
	'shipping_description',
	'method',
] as const;
export const METHOD_ID = ['shipping_method_id', 'shipping_lines_method_id', 'shipping_code', 'method_id'] as const;
const STATUS = ['status', 'order_status'] as const;
const PAYMENT_STATUS = ['payment_status', 'financial_status'] as const;
const PAID = ['paid', 'is_paid'] as const;

export const statusOf = (fields: FlatFields): string | null => fields.text(...STATUS);

/** Words for states, in the languages of the shops. Only whole words match, so that "not cancelled" does not. */
const STATES: readonly { code: LeftOutReason['code']; words: RegExp }[] = [
	{
		code: 'cancelled',
		words: /^(cancell?ed|canceled|annul[ée]e?s?|annulleret|storniert|cancelad[oa]|annullat[oa]|geannuleerd|trash)$/,
	},
	{ code: 'voided', words: /^void(ed)?$/ },
	{ code: 'refunded', words: /^(refunded|rembours[ée]e?|refunderet|erstattet|reembolsad[oa]|rimborsat[oa])$/ },
	{ code: 'test', words: /^test$/ },
	{
		code: 'not_paid',
		words:
			/^(unpaid|pending|pending payment|awaiting payment|on-?hold|failed|expired|authorized|partially[ _]paid|not paid|impay[ée]e?|ikke betalt|unbezahlt)$/,
	},
	{ code: 'not_ready', words: /^(draft|checkout-draft|new draft|brouillon|quote)$/ },
	{
		code: 'done',
		words: /^(completed|fulfilled|delivered|shipped|livr[ée]e?|exp[ée]di[ée]e?|leveret|afsluttet|geliefert)$/,
	},
];

const plain = (text: string | null) => text?.toLowerCase().replace(/^wc-/, '').trim() ?? null;

function stateReason(text: string | null, label: string): LeftOutReason | null {
	const state = STATES.find(({ words }) => text !== null && words.test(text));
	return state === undefined ? null : { code: state.code, message: `The order's ${label} is ${quote(text)}.` };
}

export function paymentOf(fields: FlatFields): Payment {
	const status = plain(fields.text(...PAYMENT_STATUS));
	if (isPayOnDelivery(fields.text('payment_method', 'payment', 'payment_method_title'))) return 'pay_on_delivery';
	const flag = flagAt({ paid: fields.value(...PAID) }, 'paid');
	if (flag !== undefined) return flag ? 'paid' : 'unpaid';
	if (status !== null)
		return /^(paid|partially[ _]refunded|pay[ée]e?|betalt|bezahlt|captured|succeeded|complete)$/.test(status)
			? 'paid'
			: 'unpaid';
	return fields.has('date_paid', 'paid_at') ? 'paid' : 'unknown';
}

const yes = (fields: FlatFields, ...names: readonly string[]) =>
	flagAt({ flag: fields.value(...names) }, 'flag') === true;

export function reasonsOf(fields: FlatFields, added: OrderFields, settings: ShopSettings): LeftOutReason[] {
	const status = plain(statusOf(fields));
	const byStatus = stateReason(status, 'status');
	const chosen = settings.statuses?.map((name) => plain(name)) ?? null;
	const never = byStatus !== null && ['cancelled', 'voided', 'refunded', 'test'].includes(byStatus.code);
	const listed = chosen !== null && status !== null && chosen.includes(status);
	const other: LeftOutReason | null =
		chosen !== null && !listed && byStatus === null
			? { code: 'not_ready', message: `The order's status ${quote(status)} is not one to deliver.` }
			: null;
	const payment = paymentOf(fields);
	const money = stateReason(plain(fields.text(...PAYMENT_STATUS)), 'payment');
	const unpaid = paymentReason(payment, fields.text(...PAYMENT_STATUS, ...PAID, 'payment_method'), settings);
	return [
		never || !listed ? byStatus : null,
		other,
		fields.has('cancelled_at', 'canceled_at') || yes(fields, 'cancelled', 'canceled', 'is_cancelled')
			? ({ code: 'cancelled', message: 'The order is cancelled.' } as const)
			: null,
		yes(fields, 'refunded', 'is_refunded') ? ({ code: 'refunded', message: 'The order is refunded.' } as const) : null,
		yes(fields, 'test', 'is_test') ? ({ code: 'test', message: 'The order is a test order.' } as const) : null,
		money !== null && ['voided', 'refunded', 'cancelled'].includes(money.code) ? money : unpaid,
		methodReason({ id: fields.text(...METHOD_ID), title: fields.text(...METHOD) }, added, settings),
	].filter((reason) => reason !== null);
}
