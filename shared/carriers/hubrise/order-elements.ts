import type { Draft } from '../../declare/facts';
import { exact, lines, longText, text } from '../../declare/field';
import type { Problem } from '../../declare/failure';
import type { JsonObject } from '../../json';
import { amountNames, priceNames, productNames, quantityNames, skuNames } from '../../declare/list-names';
import { dealLineBody, dealsBody, keyOfDeal, readDealLine, readDeals } from './deals';
import { carriesCurrency, priceField, writeMoney } from './money';
import { notation, readPairs } from './notation';
import { optionsBody, readOptions } from './options';

const elementRef = (help: string) =>
	text({ label: 'Reference', placeholder: 'WC-1042-1', help }, { max: 255 }).optional();
const codeField = () => text({ label: 'Code', help: 'By which software knows it.' }).optional();
const taxRateField = () =>
	exact(
		{
			label: 'Tax Rate',
			placeholder: '20',
			unit: '%',
			help: 'HubRise computes nothing with it.',
			listNames: ['taxRate'],
		},
		{ min: 0, max: 100 },
	);

/** A list from an earlier step may hold lines as a shop, as HubRise, or as "Get Order" and the triggers here name them. */
const itemShape = (refHelp: string) => ({
	product_name: text({ label: 'Product Name', placeholder: 'Margherita', listNames: productNames }),
	price: priceField({
		label: 'Price',
		help: 'Of one piece, without its options.',
		listNames: [...priceNames, 'priceAmount'],
	}),
	quantity: exact(
		{
			label: 'Quantity',
			placeholder: '1',
			help: 'May have decimals, for goods by weight.',
			listNames: quantityNames,
		},
		{ min: 0 },
	).default('1'),
	sku_name: text({ label: 'SKU Name', placeholder: 'Large', help: 'Which of several sizes or kinds.' }).optional(),
	sku_ref: text({
		label: 'SKU Code',
		placeholder: 'MAR-L',
		help: 'By which the till knows it.',
		listNames: [...skuNames, 'ref'],
	}).optional(),
	options: notation({
		label: 'Options',
		placeholder: 'Sauce: Barbecue +1.00; Toppings: -Onions',
		help: 'List and choice, one after each semicolon. "x2" counts, "+1.00" or "-0.50" is the price of one, "[BBQ]" the code; a minus leaves out. For half and half use the lists "Side 1", "Side 2", "Toppings 1" and "Toppings 2". A list of objects from an earlier step, named as in HubRise, is taken as well.',
	}).optional(),
	customer_notes: longText({
		label: 'Customer Notes',
		help: 'How this item is to be prepared.',
		listNames: ['notes'],
	}).optional(),
	deal_line: notation({
		label: 'Deal',
		placeholder: 'Lunch Menu: Drink',
		help: 'The deal that it belongs to, by name or code, and its place in it.',
		listNames: ['deal'],
	}).optional(),
	tax_rate: taxRateField().optional(),
	points_earned: exact({ label: 'Points Earned', placeholder: '1.5', help: 'For information.' }).optional(),
	points_used: exact({ label: 'Points Used', placeholder: '5', help: 'For information.' }).optional(),
	private_ref: elementRef(refHelp),
});

/** The lists of an order. `heading`: their labels when they are added to an existing order. */
export function elementFields(refHelp: string, heading: (plural: string) => string = (plural) => plural) {
	const head = { name: text({ label: 'Name', placeholder: 'Delivery', listNames: ['code', 'title'] }) };
	return {
		items: lines(itemShape(refHelp), { label: heading('Items'), line: 'Item', help: 'What was ordered.' }).optional(),
		discounts: lines(
			{
				...head,
				price_off: priceField({ label: 'Amount', help: 'What is taken off.', listNames: ['discount', ...amountNames] }),
				ref: codeField(),
				private_ref: elementRef(refHelp),
			},
			{ label: heading('Discounts'), line: 'Discount', rare: true, help: 'Taken off the total.' },
		).optional(),
		charges: lines(
			{
				...head,
				price: priceField({ label: 'Amount', listNames: amountNames }),
				ref: codeField(),
				tax_rate: taxRateField().optional(),
				private_ref: elementRef(refHelp),
			},
			{ label: heading('Charges'), line: 'Charge', rare: true, help: 'Added to the total, such as a delivery fee.' },
		).optional(),
		payments: lines(
			{
				amount: priceField({ label: 'Amount', listNames: amountNames }),
				name: text({ label: 'Name', placeholder: 'Card', help: 'How it is paid.' }).optional(),
				ref: codeField(),
				info: notation({
					label: 'Details',
					placeholder: 'transaction: ch_1042',
					help: 'Names and values with semicolons between, or an object from an earlier step.',
				}).optional(),
				private_ref: elementRef(refHelp),
			},
			{
				label: heading('Payments'),
				line: 'Payment',
				rare: true,
				help: 'How the order is paid. Without any it counts as unpaid.',
			},
		).optional(),
	};
}

export const dealsField = () =>
	notation({
		label: 'Deals',
		placeholder: 'Lunch Menu [LUNCH]; Happy Hour',
		help: 'Deals that items of this order belong to: name and, in brackets, code. An object from an earlier step, as HubRise has it, is taken as well.',
	}).optional();

interface ItemInput {
	product_name: string;
	price: string;
	quantity: string;
	sku_name?: string;
	sku_ref?: string;
	options?: unknown;
	customer_notes?: string;
	deal_line?: unknown;
	tax_rate?: string;
	points_earned?: string;
	points_used?: string;
	private_ref?: string;
}

export interface ElementsInput {
	items?: ItemInput[];
	discounts?: { name: string; price_off: string; ref?: string; private_ref?: string }[];
	charges?: { name: string; price: string; ref?: string; tax_rate?: string; private_ref?: string }[];
	payments?: { amount: string; name?: string; ref?: string; info?: unknown; private_ref?: string }[];
}

interface DealsInput {
	deals?: unknown;
}

/** HubRise's amounts include their currency; the form has one field for it. */
export function elementsBody(
	{ items, discounts, charges, payments, deals }: ElementsInput & DealsInput,
	currency: string,
): JsonObject {
	const known = readDeals(deals) ?? [];
	return {
		items: items?.map(({ price, options, deal_line, ...item }) => {
			const line = readDealLine(deal_line);
			return {
				...item,
				price: writeMoney(price, currency),
				options: options === undefined ? undefined : optionsBody(readOptions(options) ?? [], currency),
				deal_line: line && dealLineBody(line, known, currency),
			};
		}),
		deals: known.length === 0 ? undefined : dealsBody(known),
		discounts: discounts?.map(({ price_off, ...rest }) => ({ ...rest, price_off: writeMoney(price_off, currency) })),
		charges: charges?.map(({ price, ...rest }) => ({ ...rest, price: writeMoney(price, currency) })),
		payments: payments?.map(({ amount, info, ...rest }) => ({
			...rest,
			amount: writeMoney(amount, currency),
			info: readPairs(info),
		})),
	};
}

/** Whether an amount has no currency. */
export function lacksCurrencyInLines({ items, discounts, charges, payments }: ElementsInput): boolean {
	const prices = [
		...(items ?? []).map(({ price }) => price),
		...(discounts ?? []).map(({ price_off }) => price_off),
		...(charges ?? []).map(({ price }) => price),
		...(payments ?? []).map(({ amount }) => amount),
	];
	const optionPrices = (items ?? []).flatMap(({ options }) => readOptions(options) ?? []).map(({ price }) => price);
	return [...prices, ...optionPrices].some((price) => price !== undefined && !carriesCurrency(price));
}

const OPTIONS_EXPECTED =
	'must be options such as "Sauce: Barbecue +1.00; Toppings: -Onions", with a list before each colon';
const DEAL_EXPECTED = 'must name a deal of this order, such as "Lunch Menu: Drink"';
const DETAILS_EXPECTED = 'must be names and values such as "transaction: ch_1042"';

/**
 * Checks the lines' own notation and the deals they refer to. `allDealsKnown`: the draft has every deal of the order.
 */
export function checkElements(draft: Draft<ElementsInput & DealsInput>, allDealsKnown: boolean): Problem[] {
	const deals = draft.deals === undefined ? [] : readDeals(draft.deals);
	const problems: Problem[] =
		deals === undefined ? [{ path: ['deals'], message: 'must be names such as "Lunch Menu [LUNCH]; Happy Hour"' }] : [];
	for (const [index, { options, deal_line }] of (draft.items ?? []).entries()) {
		if (options !== undefined && readOptions(options) === undefined)
			problems.push({ path: ['items', index, 'options'], message: OPTIONS_EXPECTED });
		const line = deal_line === undefined ? undefined : readDealLine(deal_line);
		const isUnknown = line === undefined || (allDealsKnown && keyOfDeal(deals ?? [], line) === undefined);
		if (deal_line !== undefined && isUnknown)
			problems.push({ path: ['items', index, 'deal_line'], message: DEAL_EXPECTED });
	}
	for (const [index, { info }] of (draft.payments ?? []).entries()) {
		if (info !== undefined && readPairs(info) === undefined)
			problems.push({ path: ['payments', index, 'info'], message: DETAILS_EXPECTED });
	}
	return problems;
}
