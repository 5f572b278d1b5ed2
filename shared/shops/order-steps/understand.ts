import type { ConnectionFacts } from '../../declare/facts';
import type { Failure } from '../../declare/failure';
import { labelAt } from '../../declare/form';
import { isJsonObject, type Json, type JsonObject } from '../../json';
import type { BookingValues, RequestPart, ShopOrderDeclaration } from '../../declare/shop-order';
import type { DeliveryRequest, LeftOutReason, OrderProblem, OrderReading } from '../../delivery/request';
import { readPhone } from '../../delivery/phone-origin';
import { readInput } from '../../run/read-input';
import type { Shop } from '../shop';
import { bodyOf, shopOf } from '../shops';
import type { ParcelInput, ReadingInput } from './booking-form';
import type { OrderStepsOf } from './steps-of';
import { orderFromFields } from './order-from-fields';
import { withOverrides } from './overrides';
import { settingsFrom } from './settings-from';

export type OrderInput = ReadingInput & { parcels?: ParcelInput };

/** An order as a carrier's step understands it. */
export type Understood =
	| { kind: 'left_out'; reasons: readonly LeftOutReason[]; request: DeliveryRequest | null }
	| { kind: 'problems'; problems: readonly OrderProblem[]; request: DeliveryRequest | null; values: JsonObject | null }
	| {
			kind: 'ready';
			request: DeliveryRequest;
			/** The booking's input as the user of its own step would fill it in, and as it was read. */
			values: JsonObject;
			parsed: unknown;
			warnings: readonly string[];
	  };

/** The order's JSON: as it was handed over, or put together from single fields. */
export const orderOf = (
	{ order, fields, shop }: Pick<ReadingInput, 'order' | 'fields' | 'shop'>,
	kinds: readonly Shop[],
): unknown => order ?? (fields === undefined ? undefined : orderFromFields(shop, fields, kinds));

function chosenShop({ order, shop }: Pick<ReadingInput, 'order' | 'shop'>, kinds: readonly Shop[]): string | null {
	const found = kinds.find(({ id }) => id === shop)?.id ?? null;
	// Single fields that belong to no known shop are in no shop's form.
	return found ?? (order === undefined ? 'generic' : null);
}

/** The order in the common language, before any carrier. */
export function readFor(
	input: OrderInput,
	facts: ConnectionFacts,
	{ kinds, title, usualTimes }: Pick<OrderStepsOf, 'kinds' | 'title' | 'usualTimes'>,
): OrderReading {
	const order = orderOf(input, kinds);
	const shop = shopOf(order, chosenShop(input, kinds), kinds);
	const settings = settingsFrom(input, facts, { title, usualTimes: shop.usualTimes ?? usualTimes });
	return withOverrides(shop.read(bodyOf(order), settings), input.overrides);
}

/** A number without its country code is one of the address's country, and goes out with the code. */
function withPhone(request: DeliveryRequest, home: string | undefined): DeliveryRequest {
	const { contact, place } = request;
	if (contact.phone === null) return request;
	const read = readPhone(contact.phone, { called: place.country ?? undefined, home: home ?? place.country ?? '' });
	// An extension stays in the text: each carrier has a place of its own for it.
	return read === undefined || read.extension !== undefined
		? request
		: { ...request, contact: { ...contact, phone: read.e164 } };
}

function valueAt(values: JsonObject, path: readonly PropertyKey[]): Json | undefined {
	let value: Json | undefined = values;
	for (const step of path) {
		if (Array.isArray(value) && typeof step === 'number') value = value[step];
		else if (isJsonObject(value) && typeof step === 'string') value = value[step];
		else return undefined;
	}
	return value;
}

const startsWith = (path: string, start: string) => path === start || path.startsWith(`${start}.`);

/** The part of the request that a field of the booking was filled from. */
function partAt({ places }: ShopOrderDeclaration, path: string): RequestPart | undefined {
	const parts = Object.entries(places).filter(([, fields]) =>
		fields.some((field) => startsWith(path, field) || startsWith(field, path)),
	);
	// The one edge where keys of the declaration's own record are read back.
	return parts[0]?.[0] as RequestPart | undefined;
}

const isOfPart = ({ field }: OrderProblem, part: string | undefined) => part !== undefined && startsWith(field, part);

/** What the booking's own rules find, in terms of the order. Parts that are reported already are left out. */
function bookingProblems(
	declaration: ShopOrderDeclaration,
	values: JsonObject,
	failure: Failure,
	known: readonly OrderProblem[],
): OrderProblem[] {
	const { booking } = declaration;
	return (failure.problems ?? []).flatMap(({ path, message }): OrderProblem[] => {
		const text = path.map(String).join('.');
		const part = partAt(declaration, text);
		if (known.some((problem) => isOfPart(problem, part))) return [];
		const value = valueAt(values, path);
		return [
			{
				field: part ?? text,
				found: value === undefined || value === null ? null : typeof value === 'string' ? value : JSON.stringify(value),
				message: `${labelAt(booking.form, path)} ${message}.`,
			},
		];
	});
}

/** The chosen fields of the booking that the user filled in. */
const ownChoices = ({ choices }: ShopOrderDeclaration, input: JsonObject): JsonObject =>
	Object.fromEntries(choices.flatMap((key) => (input[key] === undefined ? [] : [[key, input[key]] as const])));

function bookingOf(
	declaration: ShopOrderDeclaration,
	request: DeliveryRequest,
	input: OrderInput & JsonObject,
	facts: ConnectionFacts,
): BookingValues {
	const booking = declaration.toBooking(withPhone(request, facts.access.country), facts);
	return { ...booking, values: { ...booking.values, ...ownChoices(declaration, input) } };
}

/** Reads an order for one carrier: every problem of the order, of the carrier and of the booking at once. */
export function understand(
	declaration: OrderStepsOf,
	input: OrderInput & JsonObject,
	facts: ConnectionFacts,
): Understood {
	const reading = readFor(input, facts, declaration);
	const { request } = reading;
	if (reading.outcome === 'left_out') return { kind: 'left_out', reasons: reading.reasons, request };
	const found = reading.outcome === 'problems' ? reading.problems : [];
	if (request === null) return { kind: 'problems', problems: found, request, values: null };
	const booking = bookingOf(declaration, request, input, facts);
	const own = booking.problems.filter((problem) => !found.some(({ field }) => field === problem.field));
	const known = [...found, ...own];
	const { read } = readInput(declaration.booking, booking.values, facts);
	const problems = [...known, ...(read.ok ? [] : bookingProblems(declaration, booking.values, read.failure, known))];
	if (problems.length > 0 || !read.ok) return { kind: 'problems', problems, request, values: booking.values };
	return { kind: 'ready', request, values: booking.values, parsed: read.value.input, warnings: booking.warnings };
}

/** The booking's input of an order that may lack something, to look it up by its reference. */
export function looseValues(
	declaration: ShopOrderDeclaration,
	request: DeliveryRequest,
	input: OrderInput & JsonObject,
	facts: ConnectionFacts,
): JsonObject {
	return bookingOf(declaration, request, input, facts).values;
}
