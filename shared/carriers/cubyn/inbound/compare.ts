import type { Comparison } from '../../../declare/action';
import type { Item } from '../../../declare/facts';
import { isJsonObject } from '../../../json';
import { toUtcDay } from '../utc';
import { isSameLines, type DeliveryLine, type ItemLine } from './shipment';
import { matchByLine } from './tracking';

const describeLines = (lines: readonly { quantity: unknown; sku: unknown }[]) =>
	lines
		.map(({ quantity, sku }) => `${String(quantity)} × ${String(sku)}`)
		.sort()
		.join(', ');

/** Quantities that were corrected after the shipment was announced. */
export function compareLines(items: readonly ItemLine[], found: Item): Comparison[] {
	const lines = Array.isArray(found.lines) ? found.lines.filter(isJsonObject) : [];
	return [
		{
			label: 'Products',
			requested: describeLines(items),
			found: describeLines(lines.map(({ declared, sku }) => ({ quantity: declared, sku }))),
			isSame: isSameLines(found, items),
		},
	];
}

const momentOf = (moment: unknown) => (typeof moment === 'string' ? Date.parse(moment) : undefined);

/** Deliveries with the request's numbers but different content. */
export function compareDeliveries(
	deliveries: readonly DeliveryLine[],
	numbers: readonly (string | undefined)[],
	found: readonly Item[],
): Comparison[] {
	const matches = matchByLine(deliveries, numbers, found);
	return deliveries.flatMap((line, index): Comparison[] => {
		const match = matches[index];
		if (!match) return [];
		const number = String(match.trackingNumber ?? index + 1);
		const expectedAt = toUtcDay(line.estimatedReceptionDate);
		return [
			...(typeof match.declaredPackingUnits === 'number'
				? [
						{
							label: `Boxes of ${number}`,
							requested: String(line.declaredPackingUnits),
							found: String(match.declaredPackingUnits),
						},
					]
				: []),
			...(expectedAt !== undefined && typeof match.estimatedAt === 'string'
				? [
						{
							label: `Expected At of ${number}`,
							requested: expectedAt,
							found: match.estimatedAt,
							isSame: momentOf(match.estimatedAt) === momentOf(expectedAt),
						},
					]
				: []),
		];
	});
}

/** The differences, in sentences for the item. */
export const differences = (comparisons: readonly Comparison[]): string[] =>
	comparisons
		.filter(({ requested, found, isSame }) => !(isSame ?? requested === found))
		.map(({ label, requested, found }) => `${label}: "${requested}" was requested, Cubyn has "${found}".`);
