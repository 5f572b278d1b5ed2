import type { Item } from '../../declare/facts';
import { success } from '../../declare/failure';
import { flow } from '../../declare/flow';
import type { FlowAction } from '../../declare/action';
import type { JsonObject } from '../../json';
import { labelAt } from '../../declare/form';
import type { ShopOrderDeclaration } from '../../declare/shop-order';
import type { DeliveryRequest } from '../../delivery/request';
import { bookingForm } from './booking-form';
import { checkOrderInput } from './check-input';
import { orderFailure } from './failure';
import { bookOutput, shopOrderOf, wholeOrderOf, type BookOutcome } from './output';
import { bookExample, bookSample, missingOrder } from './samples';
import { orderOf, understand, type OrderInput, type Understood } from './understand';
import type { OrderStepsOf } from './steps-of';

type Ready = Extract<Understood, { kind: 'ready' }>;

const listOf = (value: unknown): readonly string[] =>
	Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];

/** A time that a rule made from the present moment is another one with every run. */
const isOwnTime = ({ slot }: DeliveryRequest): boolean => slot.kind === 'window' && slot.isFromNow !== true;

const slotLabels = ({ booking, places }: ShopOrderDeclaration): readonly string[] =>
	(places.slot ?? []).map((place) => labelAt(booking.form, place.split('.')));

/** Does the booking that was found differ from the order? */
function differs(declaration: ShopOrderDeclaration, { request, parsed }: Ready, item: Item): boolean {
	const { booking } = declaration.booking;
	if (booking.foundBy === 'refusal') return false;
	const ignored = isOwnTime(request) ? [] : slotLabels(declaration);
	return (booking.compare?.(parsed, item) ?? [])
		.filter(({ label }) => !ignored.includes(label))
		.some(({ requested, found, isSame }) => !(isSame ?? requested === found));
}

function outcomeOf(declaration: ShopOrderDeclaration, order: Ready, item: Item): BookOutcome {
	if (item.outcome !== 'found') return 'booked';
	return differs(declaration, order, item) ? 'found_different' : 'found';
}

/** Books a shop's order: the order in, the booking out, or the reason why it is not one to deliver. */
export const bookShopOrder = (declaration: OrderStepsOf): FlowAction =>
	flow({
		resource: 'shopOrder',
		verb: 'book',
		title: 'Book Shop Order',
		description: `Books a shop's whole order at ${declaration.title}, once, and leaves out orders that are not to be delivered.`,
		covers: declaration.booking.covers,
		effect: 'booking',
		bookingAction: declaration.booking,
		distinguishedBy: 'fields_order_number',
		input: bookingForm(declaration),
		output: bookOutput(declaration),
		check: checkOrderInput,
		...(declaration.booking.files ? { files: declaration.booking.files } : {}),
		example: bookExample(declaration),
		run: async (raw, facts, steps) => {
			// The form is one schema for all carriers; its own fields are the booking's, and are checked there.
			const input = raw as OrderInput & JsonObject;
			const order = wholeOrderOf(orderOf(input, declaration.kinds));
			const understood = understand(declaration, input, facts);
			if (understood.kind === 'problems') return orderFailure(understood.problems, understood.request);
			const shopOrder = shopOrderOf(understood.request);
			if (understood.kind === 'left_out') {
				const [first] = understood.reasons;
				const reason = understood.reasons.map(({ message }) => message).join(' ');
				return success([{ outcome: 'left_out', leftOut: first?.code ?? null, reason, shopOrder, order }]);
			}
			const booked = await steps.call(declaration.booking, understood.values);
			if (!booked.ok) return booked;
			return success(
				booked.value.map((item): Item => {
					const warnings = [...understood.warnings, ...listOf(item.warnings)];
					return {
						...item,
						outcome: outcomeOf(declaration, understood, item),
						...(warnings.length > 0 ? { warnings } : {}),
						shopOrder,
						order,
					};
				}),
			);
		},
		samples: [bookSample(declaration)],
		antiSamples: [missingOrder],
	});
