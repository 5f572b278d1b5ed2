import { z } from 'zod/v4';
import { check } from '../requests/check';
import { invalid } from '../requests/api-error';
import { moment, text } from '../requests/field-schemas';

const item = z.strictObject({
	productName: text,
	sku: text,
	barcode: text,
	quantity: z.int().min(1),
	lotNumber: text.optional(),
	lotDate: moment.nullish(),
	customPickingStrategyForProduct: z.boolean().optional(),
});

const order = z.strictObject({ packingUnits: z.int().min(1).optional(), items: z.array(item).min(1) });

export type OrderInput = z.infer<typeof order>;

export function readOrder(body: unknown): OrderInput {
	const input = check(order, body);
	const skus = new Map<string, string>();
	for (const [index, { barcode, sku }] of input.items.entries()) {
		// A SKU may have several barcodes, a barcode one SKU.
		if ((skus.get(barcode) ?? sku) !== sku) throw invalid({ field: `items.${index}.barcode`, rule: 'isUnique' });
		skus.set(barcode, sku);
	}
	return input;
}
