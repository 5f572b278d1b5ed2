import type { z } from 'zod/v4';

import type { Draft, Item } from '../../../declare/facts';
import type { Problem } from '../../../declare/failure';
import { choice, integer, lines, moment, text, toggle } from '../../../declare/field';
import { isJsonObject } from '../../../json';
import { millis } from '../../../delivery/time';
import { digest } from '../../../run/digest';
import { toUtcDay } from '../utc';

/** CU26: with it, Cubyn's own delivery document takes the place of a tracking number. */
export const OTHER_CARRIER = 'Other carrier';

export const itemLines = () =>
	lines(
		{
			productName: text({
				label: 'Product Name',
				placeholder: 'T-shirt, size M',
				help: 'Name of the product; new products are made with it.',
				listNames: ['name', 'product_name', 'title'],
			}),
			sku: text({
				label: 'SKU',
				placeholder: 'TSHIRT-M',
				help: 'Your reference of the product.',
				listNames: ['product_reference', 'SKU', 'reference'],
			}),
			barcode: text({
				label: 'Barcode',
				placeholder: '3760000000017',
				help: 'What is printed on the object. A SKU may have several, one line each.',
				listNames: ['ean', 'ean13', 'product_ean13', 'gtin'],
			}),
			quantity: integer(
				{
					label: 'Quantity',
					placeholder: '24',
					help: 'Number of objects.',
					listNames: ['product_quantity', 'qty', 'count'],
				},
				{ min: 1 },
			),
			lotNumber: text({
				label: 'Lot Reference',
				placeholder: 'WIO 290833',
				help: 'Only if you follow lots. Left empty, it is the number of the inbound order.',
			}).optional(),
			lotDate: moment({
				label: 'Lot Date',
				wholeDay: true,
				placeholder: '2030-06-30T00:00:00Z',
				help: 'Only if you follow lots. Left empty, it is the day of reception.',
			}).optional(),
			customPickingStrategyForProduct: toggle({
				label: 'Follow Lots of This Product',
				help: 'Switches lots on for a new SKU.',
			}).optional(),
		},
		{ label: 'Products', line: 'Product', help: 'What is in the boxes.', common: true },
		{ min: 1 },
	);

export const deliveryLines = () =>
	lines(
		{
			carrierName: choice(
				[
					{ value: OTHER_CARRIER, label: 'Other Carrier', help: "Cubyn's delivery document goes on every box" },
					{ value: 'UPS', label: 'UPS' },
					{ value: 'DHL', label: 'DHL' },
				],
				{ label: 'Shipping Carrier', help: 'Who brings the boxes.' },
			),
			carrierTrackingId: text({
				label: 'Tracking Number',
				placeholder: '1Z3736373638393837',
				help: 'Needed for UPS and DHL, where every box has one.',
			}).optional(),
			declaredPackingUnits: integer(
				{ label: 'Boxes', placeholder: '2', help: 'Number of boxes or pallets; one for UPS and DHL.' },
				{ min: 1 },
			),
			estimatedReceptionDate: moment({
				label: 'Expected At',
				wholeDay: true,
				placeholder: '2030-06-30',
				help: 'When the boxes should reach the warehouse: a day, or a day and time.',
			}).optional(),
		},
		{
			label: 'Deliveries',
			line: 'Delivery',
			help: 'How the boxes travel: one line for all boxes of another carrier, one line a box for UPS and DHL.',
			common: true,
		},
		{ min: 1 },
	);

export type ItemLine = z.output<ReturnType<typeof itemLines>>[number];
export type DeliveryLine = z.output<ReturnType<typeof deliveryLines>>[number];

/** CU25: one barcode may not serve two SKUs. */
export function checkItems(items: readonly Draft<ItemLine>[] | undefined): Problem[] {
	const skus = new Map<string, string>();
	return (items ?? []).flatMap(({ barcode, sku } = {}, index): Problem[] => {
		if (barcode === undefined || sku === undefined) return [];
		const knownSku = skus.get(barcode) ?? sku;
		skus.set(barcode, knownSku);
		return knownSku === sku
			? []
			: [{ path: ['items', index, 'barcode'], message: `belongs to the SKU ${knownSku} already` }];
	});
}

/** CU26: a real carrier's box has a tracking number of its own, and is one box. */
export function checkDeliveries(deliveries: readonly Draft<DeliveryLine>[] | undefined): Problem[] {
	const seen = new Set<string>();
	return (deliveries ?? []).flatMap((line = {}, index): Problem[] => {
		const { carrierName, carrierTrackingId, declaredPackingUnits } = line;
		const isRepeated = carrierTrackingId !== undefined && seen.has(carrierTrackingId);
		if (carrierTrackingId !== undefined) seen.add(carrierTrackingId);
		const problems: Problem[] = isRepeated
			? [{ path: ['deliveries', index, 'carrierTrackingId'], message: 'stands on a line above as well' }]
			: [];
		if (carrierName === undefined || carrierName === OTHER_CARRIER) return problems;
		if (carrierTrackingId === undefined)
			problems.push({ path: ['deliveries', index, 'carrierTrackingId'], message: `is needed for ${carrierName}` });
		if (declaredPackingUnits !== undefined && declaredPackingUnits !== 1)
			problems.push({
				path: ['deliveries', index, 'declaredPackingUnits'],
				message: `must be 1 for ${carrierName}: one line a box`,
			});
		return problems;
	});
}

export const totalQuantity = (items: readonly ItemLine[]): number =>
	items.reduce((sum, { quantity }) => sum + quantity, 0);

export const itemsBody = (items: readonly ItemLine[]) =>
	items.map(({ lotDate, ...line }) => ({ ...line, lotDate: toUtcDay(lotDate) }));

/** Lines of an order side by side: equal goods are one line, however they were typed. */
function tally(entries: readonly { key: readonly string[]; quantity: number }[]): string {
	const totals = new Map<string, number>();
	for (const { key, quantity } of entries)
		totals.set(JSON.stringify(key), (totals.get(JSON.stringify(key)) ?? 0) + quantity);
	return JSON.stringify([...totals].sort(([a], [b]) => (a < b ? -1 : 1)));
}

const dayOf = (date: string | undefined) => (date === undefined ? '' : String(millis(toUtcDay(date) ?? date)));
const tallyItems = (items: readonly ItemLine[]) =>
	tally(
		items.map(({ sku, barcode, quantity, lotNumber, lotDate }) => ({
			key: [sku, barcode, lotNumber ?? '', dayOf(lotDate)],
			quantity,
		})),
	);

const linesOf = ({ lines: found }: Item) => (Array.isArray(found) ? found.filter(isJsonObject) : []);

/** Does a line of the order have the SKU or the barcode of one of these? */
export const sharesProduct = (order: Item, items: readonly ItemLine[]): boolean =>
	linesOf(order).some(({ sku, barcode }) => items.some((item) => item.sku === sku || item.barcode === barcode));

/** Does the order hold exactly these lines? Cubyn may fill in a lot that the input left empty. */
export function isSameLines(order: Item, items: readonly ItemLine[]): boolean {
	const references = new Set(items.flatMap(({ lotNumber }) => lotNumber ?? []));
	const dates = new Set(items.map(({ lotDate }) => dayOf(lotDate)));
	const orderLines = linesOf(order).map((line) => {
		const date = typeof line.lotDate === 'string' ? String(Date.parse(line.lotDate)) : '';
		const reference = String(line.lotReference);
		return {
			key: [
				String(line.sku),
				String(line.barcode),
				references.has(reference) ? reference : '',
				dates.has(date) ? date : '',
			],
			quantity: Number(line.declared),
		};
	});
	return tally(orderLines) === tallyItems(items);
}

/** Replaces the reference that inbound orders lack: readable, and the same for the same lines. */
export function identityOfLines(warehouseId: string | undefined, items: readonly ItemLine[]): string {
	const summary = items.map(({ quantity, sku }) => `${quantity} ${sku}`).join(', ');
	return `${summary.length > 60 ? `${summary.slice(0, 60)}…` : summary} [${digest([warehouseId ?? '', tallyItems(items)], 8)}]`;
}
