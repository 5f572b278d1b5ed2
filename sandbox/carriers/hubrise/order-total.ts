import type { HubriseElement, HubriseOrder } from './backoffice.types';
import { validationFailed } from './api-error';
import type { ItemInput } from './order-elements';

type Priced = Pick<HubriseOrder, 'items' | 'discounts' | 'charges' | 'payments'>;

/** One unit with its options, times the quantity. */
const subtotalCents = ({ price, options = [], quantity }: HubriseElement<ItemInput>): number => {
	const extras = options.reduce((sum, option) => sum + cents(option.price ?? '0') * (option.quantity ?? 1), 0);
	return Math.round((cents(price) + extras) * Number(quantity));
};

export const subtotalOf = (item: HubriseElement<ItemInput>): string =>
	writeMoney(subtotalCents(item), item.price.slice(-3));

/** Items and charges, less the discounts. Deleted elements, points and payments do not count. */
function totalCents({ items, charges, discounts }: Priced): number {
	return (
		sum(items, subtotalCents) +
		sum(charges, ({ price }) => cents(price)) -
		sum(discounts, ({ price_off }) => cents(price_off))
	);
}

export const totalOf = (order: Priced, currency: string): string => writeMoney(totalCents(order), currency);

/** An overpayment or underpayment is recorded, and never refused. */
export function paymentDiscrepancyOf(order: Priced, currency: string): string | null {
	const payments = order.payments.filter(({ deleted }) => !deleted);
	return payments.length === 0
		? null
		: writeMoney(sum(payments, ({ amount }) => cents(amount)) - totalCents(order), currency);
}

/** Every amount of an account is in its currency. */
export function assertCurrency(order: Priced, currency: string): void {
	const amounts = [
		...order.items.flatMap(({ price, options = [] }, n) => [
			[`items.${n}.price`, price] as const,
			...options.map((option, m) => [`items.${n}.options.${m}.price`, option.price] as const),
		]),
		...order.discounts.map(({ price_off }, n) => [`discounts.${n}.price_off`, price_off] as const),
		...order.charges.map(({ price }, n) => [`charges.${n}.price`, price] as const),
		...order.payments.map(({ amount }, n) => [`payments.${n}.amount`, amount] as const),
	];
	const errors = amounts
		.filter(([, amount]) => amount != null && !amount.endsWith(` ${currency}`))
		.map(([field]) => ({ field, message: `must be in ${currency}` }));
	if (errors.length > 0) throw validationFailed(errors);
}

function sum<T extends { deleted: boolean }>(list: readonly T[], amountOf: (entry: T) => number): number {
	return list.filter(({ deleted }) => !deleted).reduce((total, entry) => total + amountOf(entry), 0);
}

const cents = (amount: string): number => Math.round(Number.parseFloat(amount) * 100);

export const writeMoney = (amount: number, currency: string): string => `${(amount / 100).toFixed(2)} ${currency}`;
