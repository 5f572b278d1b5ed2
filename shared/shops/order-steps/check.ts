import type { FlowAction, Steps } from '../../declare/action';
import type { Item } from '../../declare/facts';
import { success, type FailureCode, type Result } from '../../declare/failure';
import { flow } from '../../declare/flow';
import type { JsonObject } from '../../json';
import type { ShopOrderDeclaration } from '../../declare/shop-order';
import type { DeliveryRequest, OrderProblem } from '../../delivery/request';
import { bookingForm } from './booking-form';
import { checkOrderInput } from './check-input';
import { checkOutput, shopOrderOf } from './output';
import { checkExample, checkSample, missingOrder } from './samples';
import { understand, type OrderInput, type Understood } from './understand';
import type { OrderStepsOf } from './steps-of';

function requestItem(request: DeliveryRequest | null) {
	if (request === null) return {};
	const { contact, place, slot } = request;
	return {
		contact: { name: contact.name, company: contact.company, phone: contact.phone, email: contact.email },
		place: {
			street: place.lines.join(', '),
			postalCode: place.postalCode,
			city: place.city,
			country: place.country,
			latitude: place.coordinates?.latitude ?? null,
			longitude: place.coordinates?.longitude ?? null,
		},
		slot: {
			kind: slot.kind,
			start: slot.kind === 'window' ? slot.start : slot.kind === 'none' ? null : slot.day,
			end: slot.kind === 'window' ? slot.end : null,
			text: slot.kind === 'none' ? null : slot.text,
			source: slot.kind === 'none' ? null : slot.source,
		},
		goods: request.goods.map(({ sku, name, quantity }) => ({ sku, name, quantity })),
		note: request.note,
		payment: request.payment,
	};
}

interface Findings {
	problems: readonly OrderProblem[];
	warnings: readonly string[];
	item: JsonObject;
}

/** The carrier's own word on a price. Any other failure leaves it open, and with it what the step is to find out. */
const ANSWERS: ReadonlySet<FailureCode> = new Set(['refused', 'not_found', 'carrier_closed', 'too_late']);

/** What would be sent, and the price: reads of the carrier, which book nothing. */
async function carrierFindings(
	declaration: ShopOrderDeclaration,
	{ values, warnings }: { values: JsonObject; warnings: readonly string[] },
	steps: Steps,
): Promise<Result<Findings>> {
	const prepared = await steps.prepare(declaration.booking, values);
	if (!prepared.ok && prepared.failure.code === 'invalid_input') {
		const found = (prepared.failure.problems ?? []).map(({ path, message }) => ({
			field: path.map(String).join('.'),
			found: null,
			message: `${path.map(String).join(' ')} ${message}.`,
		}));
		return success({ problems: found, warnings, item: {} });
	}
	if (!prepared.ok) return prepared;
	const price = declaration.price ? await declaration.price(values, steps) : success(null);
	if (!price.ok && !ANSWERS.has(price.failure.code)) return price;
	const { method, path, body } = prepared.value;
	return success({
		problems: [],
		warnings: [...warnings, ...(price.ok ? [] : [price.failure.message])],
		item: { method, path, body: body ?? null, price: price.ok && price.value !== null ? { ...price.value } : null },
	});
}

function summaryOf(understood: Understood, { problems }: Findings, number: string): string {
	if (understood.kind === 'left_out') return understood.reasons.map(({ message }) => message).join(' ');
	if (problems.length > 0) return problems.map(({ message }) => message).join(' ');
	return `Order ${number} can be booked.`;
}

/** Everything that booking would find, and nothing is booked. */
export const checkShopOrder = (declaration: OrderStepsOf): FlowAction =>
	flow({
		resource: 'shopOrder',
		verb: 'check',
		title: 'Check Shop Order',
		description: `Reads what ${declaration.title} would be sent for a shop's order, and every problem at once. Nothing is booked.`,
		asSearch: { title: 'Find Shop Order Problems', key: 'shop_order_problems' },
		covers: declaration.booking.covers,
		effect: 'read',
		input: bookingForm(declaration),
		output: checkOutput,
		check: checkOrderInput,
		example: checkExample,
		run: async (raw, facts, steps) => {
			// The form is one schema for all carriers; its own fields are the booking's, and are checked there.
			const input = raw as OrderInput & JsonObject;
			const understood = understand(declaration, input, facts);
			const { request } = understood;
			const read: Result<Findings> =
				understood.kind === 'ready'
					? await carrierFindings(declaration, understood, steps)
					: success({ problems: understood.kind === 'problems' ? understood.problems : [], warnings: [], item: {} });
			if (!read.ok) return read;
			const found = read.value;
			const outcome = understood.kind === 'left_out' ? 'left_out' : found.problems.length > 0 ? 'problems' : 'ready';
			const item: Item = {
				id: request?.reference.text ?? '',
				outcome,
				summary: summaryOf(understood, found, request?.reference.number ?? ''),
				leftOut: understood.kind === 'left_out' ? (understood.reasons[0]?.code ?? null) : null,
				problems: found.problems.map((problem) => ({ ...problem })),
				warnings: [...found.warnings],
				shopOrder: shopOrderOf(request),
				...requestItem(request),
				...found.item,
			};
			return success([item]);
		},
		samples: [checkSample(declaration)],
		antiSamples: [missingOrder],
	});
