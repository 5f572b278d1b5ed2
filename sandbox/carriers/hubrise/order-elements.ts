import { z } from 'zod/v4';
import { decimal, money, nonBlank, privateRef, text } from './values';

/** Counted for a single item, as a JSON number; without an id of its own. */
const option = z.strictObject({
	option_list_name: nonBlank,
	name: nonBlank,
	ref: text,
	price: money.nullish(),
	quantity: z.int().optional(),
	removed: z.boolean().optional(),
});

const PRICING_VALUE = {
	unchanged: z.null().optional(),
	fixed_price: money,
	price_off: money,
	percentage_off: decimal.refine((value) => Number(value) >= 0 && Number(value) <= 100, {
		error: 'must be from 0 to 100',
	}),
} as const;

const dealLine = z
	.strictObject({
		deal_key: nonBlank,
		label: text,
		pricing_effect: z.enum(['unchanged', 'fixed_price', 'price_off', 'percentage_off']).nullish(),
		pricing_value: z.string().nullish(),
	})
	.superRefine(({ pricing_effect, pricing_value }, context) => {
		if (pricing_effect == null) return;
		const value = PRICING_VALUE[pricing_effect].safeParse(pricing_value);
		if (!value.success)
			context.addIssue({ code: 'custom', path: ['pricing_value'], message: `does not fit ${pricing_effect}` });
	});

export const item = z.strictObject({
	private_ref: privateRef,
	product_name: nonBlank,
	sku_name: text,
	sku_ref: text,
	price: money,
	quantity: decimal,
	tax_rate: decimal.nullish(),
	customer_notes: text,
	points_earned: decimal.nullish(),
	points_used: decimal.nullish(),
	options: z.array(option).optional(),
	deal_line: dealLine.nullish(),
});

export const discount = z.strictObject({ private_ref: privateRef, name: nonBlank, ref: text, price_off: money });

export const charge = z.strictObject({
	private_ref: privateRef,
	name: nonBlank,
	ref: text,
	price: money,
	tax_rate: decimal.nullish(),
});

export const payment = z.strictObject({
	private_ref: privateRef,
	name: text,
	ref: text,
	amount: money,
	info: z.record(z.string(), z.unknown()).nullish(),
});

/** The id identifies an existing element, and the request changes only one thing about it. */
export const deletion = z.strictObject({ id: z.string(), deleted: z.literal(true) });
export const referenceChange = z.strictObject({ id: z.string(), private_ref: privateRef.unwrap() });

export type OptionInput = z.infer<typeof option>;
export type ItemInput = z.infer<typeof item>;
export type DiscountInput = z.infer<typeof discount>;
export type ChargeInput = z.infer<typeof charge>;
export type PaymentInput = z.infer<typeof payment>;
export type ElementChange = z.infer<typeof deletion> | z.infer<typeof referenceChange>;
