import type { z } from 'zod/v4';

import type { Draft, Item } from '../../../declare/facts';
import type { Problem } from '../../../declare/failure';
import { choice, integer, lines, moment, text, toggle } from '../../../declare/field';
import { isJsonObject } from '../../../declare/json';
import { millis } from '../../../delivery/time';
import { digest } from '../../../run/digest';
import { utc } from '../utc';

/** CU26: with it, Cubyn's own delivery document takes the place of a tracking number. */
export const OTHER = 'Other carrier';

export const itemLines = () =>
	lines(
		{
			productName: text({ label: 'Product Name', placeholder: 'T-shirt, size M', help: 'Name of the product; new products are made with it.' }),
			sku: text({ label: 'SKU', placeholder: 'TSHIRT-M', help: 'Your reference of the product.' }),
			barcode: text({ label: 'Barcode', placeholder: '3760000000017', help: 'What is printed on the object. A SKU may have several, one line each.' }),
			quantity: integer({ label: 'Quantity', placeholder: '24', help: 'Number of objects.' }, { min: 1 }),
			lotNumber: text({ label: 'Lot Reference', placeholder: 'WIO 290833', help: 'Only if you follow lots. Left empty, it is the number of the inbound order.' }).optional(),
			lotDate: moment({ label: 'Lot Date', wholeDay: true, placeholder: '2030-06-30T00:00:00Z', help: 'Only if you follow lots. Left empty, it is the day of reception.' }).optional(),
			customPickingStrategyForProduct: toggle({ label: 'Follow Lots of This Product', help: 'Switches lots on for a new SKU.' }).optional(),
		},
		{ label: 'Products', line: 'Product', help: 'What is in the boxes.', common: true },
		{ min: 1 },
	);

export const deliveryLines = () =>
	lines(
		{
			carrierName: choice(
				[
					{ value: OTHER, label: 'Other Carrier', help: "Cubyn's delivery document goes on every box" },
					{ value: 'UPS', label: 'UPS' },
					{ value: 'DHL', label: 'DHL' },
				],
				{ label: 'Shipping Carrier', help: 'Who brings the boxes.' },
			),
			carrierTrackingId: text({ label: 'Tracking Number', placeholder: '1Z3736373638393837', help: 'Needed for UPS and DHL, where every box has one.' }).optional(),
			declaredPackingUnits: integer({ label: 'Boxes', placeholder: '2', help: 'Number of boxes or pallets; one for UPS and DHL.' }, { min: 1 }),
			estimatedReceptionDate: moment({ label: 'Expected At', placeholder: '2030-06-30T10:00:00Z', help: 'When the boxes should reach the warehouse.' }).optional(),
		},
		{ label: 'Deliveries', line: 'Delivery', help: 'How the boxes travel: one line for all boxes of another carrier, one line a box for UPS and DHL.', common: true },
		{ min: 1 },
	);

export type ItemLine = z.output<ReturnType<typeof itemLines>>[number];
export type DeliveryLine = z.output<ReturnType<typeof deliveryLines>>[number];

/** CU25: one barcode may not serve two SKUs. */
export function checkItems(items: readonly Draft<ItemLine>[] | undefined): Problem[] {
	const skus = new Map<string, string>();
	return (items ?? []).flatMap(({ barcode, sku } = {}, at): Problem[] => {
		if (barcode === undefined || sku === undefined) return [];
		const before = skus.get(barcode) ?? sku;
		skus.set(barcode, before);
		return before === sku ? [] : [{ path: ['items', at, 'barcode'], message: `belongs to the SKU ${before} already` }];
	});
}

/** CU26: a real carrier's box has a tracking number of its own, and is one box. */
export function checkDeliveries(deliveries: readonly Draft<DeliveryLine>[] | undefined): Problem[] {
	const seen = new Set<string>();
	return (deliveries ?? []).flatMap((line = {}, at): Problem[] => {
		const { carrierName, carrierTrackingId, declaredPackingUnits } = line;
		const twice = carrierTrackingId !== undefined && seen.has(carrierTrackingId);
		if (carrierTrackingId !== undefined) seen.add(carrierTrackingId);
		const problems: Problem[] = twice ? [{ path: ['deliveries', at, 'carrierTrackingId'], message: 'stands on a line above as well' }] : [];
		if (carrierName === undefined || carrierName === OTHER) return problems;
		if (carrierTrackingId === undefined) problems.push({ path: ['deliveries', at, 'carrierTrackingId'], message: `is needed for ${carrierName}` });
		if (declaredPackingUnits !== undefined && declaredPackingUnits !== 1) problems.push({ path: ['deliveries', at, 'declaredPackingUnits'], message: `must be 1 for ${carrierName}: one line a box` });
		return problems;
	});
}

export const countOf = (items: readonly ItemLine[]): number => items.reduce((sum, { quantity }) => sum + quantity, 0);

export const itemsBody = (items: readonly ItemLine[]) => items.map(({ lotDate, ...line }) => ({ ...line, lotDate: utc(lotDate) }));

/** Lines of an order side by side: equal goods are one line, however they were typed. */
function tally(goods: readonly { words: readonly string[]; quantity: number }[]): string {
	const sums = new Map<string, number>();
	for (const { words, quantity } of goods) sums.set(JSON.stringify(words), (sums.get(JSON.stringify(words)) ?? 0) + quantity);
	return JSON.stringify([...sums].sort(([a], [b]) => (a < b ? -1 : 1)));
}

const dayOf = (date: string | undefined) => (date === undefined ? '' : String(millis(date)));
const asked = (items: readonly ItemLine[]) => tally(items.map(({ sku, barcode, quantity, lotNumber, lotDate }) => ({ words: [sku, barcode, lotNumber ?? '', dayOf(lotDate)], quantity })));

/** Does the order hold exactly these lines? A lot that was not asked for is one that Cubyn filled in. */
export function sameLines(order: Item, items: readonly ItemLine[]): boolean {
	const references = new Set(items.flatMap(({ lotNumber }) => lotNumber ?? []));
	const dates = new Set(items.map(({ lotDate }) => dayOf(lotDate)));
	const held = (Array.isArray(order.lines) ? order.lines.filter(isJsonObject) : []).map((line) => {
		const date = typeof line.lotDate === 'string' ? String(Date.parse(line.lotDate)) : '';
		const reference = String(line.lotReference);
		return { words: [String(line.sku), String(line.barcode), references.has(reference) ? reference : '', dates.has(date) ? date : ''], quantity: Number(line.declared) };
	});
	return tally(held) === asked(items);
}

/** What stands in for the reference that inbound orders lack: readable, and the same for the same lines. */
export function namedByLines(warehouseId: string | undefined, items: readonly ItemLine[]): string {
	const words = items.map(({ quantity, sku }) => `${quantity} ${sku}`).join(', ');
	return `${words.length > 60 ? `${words.slice(0, 60)}…` : words} [${digest([warehouseId ?? '', asked(items)], 8)}]`;
}
