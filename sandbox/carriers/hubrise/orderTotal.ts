import type { HubriseOrder } from './desk.types';
import { validationFailed } from './refusal';

type Priced = Pick<HubriseOrder, 'items' | 'discounts' | 'charges' | 'payments'>;

/** Items and charges, less the discounts; what was deleted does not count. */
export function totalOf(order: Priced, currency: string): string {
	const items = live(order.items).reduce((sum, item) => sum + Math.round(cents(item.price) * Number(item.quantity)), 0);
	const total = items + sum(order.charges) - sum(order.discounts);
	return `${(total / 100).toFixed(2)} ${currency}`;
}

/** An amount in another currency would make no total. */
export function assertCurrency(order: Priced, currency: string): void {
	const foreign = (amount: string) => !amount.endsWith(` ${currency}`);
	const errors = [
		...order.items.flatMap(({ price }, n) => (foreign(price) ? [{ field: `items.${n}.price`, message: `must be in ${currency}` }] : [])),
		...(['discounts', 'charges', 'payments'] as const).flatMap((list) =>
			order[list].flatMap(({ amount }, n) => (foreign(amount) ? [{ field: `${list}.${n}.amount`, message: `must be in ${currency}` }] : [])),
		),
	];
	if (errors.length > 0) throw validationFailed(errors);
}

function sum(lines: HubriseOrder['charges']): number {
	return live(lines).reduce((total, { amount }) => total + cents(amount), 0);
}

function live<T extends { deleted?: true }>(list: T[]): T[] {
	return list.filter(({ deleted }) => deleted !== true);
}

function cents(amount: string): number {
	return Math.round(Number.parseFloat(amount) * 100);
}
