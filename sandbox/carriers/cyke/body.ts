import { z } from 'zod/v4';
import { fieldLabel, malformed, unprocessable } from './api-error';

/** A known client sends null for what is empty, on every call. */
const withoutNulls = (value: unknown): unknown => {
	if (Array.isArray(value)) return value.map(withoutNulls);
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(
		Object.entries(value)
			.filter(([, each]) => each !== null)
			.map(([key, each]) => [key, withoutNulls(each)]),
	);
};

const place = z.strictObject({
	recipient_name: z.string().optional(),
	recipient_phone: z.string().optional(),
	recipient_email: z.string().optional(),
	company_name: z.string().optional(),
	address: z.string().optional(),
	postal_code: z.string().optional(),
	city: z.string().optional(),
	address_instructions: z.string().optional(),
});

const fullTask = z.strictObject({
	slot_starting_at: z.string().optional(),
	slot_ending_at: z.string().optional(),
	place: place.optional(),
});

/** Shape only; what must be there differs between create and update. */
const delivery = z.strictObject({
	sender_display_name: z.string().optional(),
	comments: z.string().optional(),
	client_order_reference: z.string().optional(),
	bring_back_containers: z.boolean().optional(),
	dropoff: z.unknown().optional(),
	pickup: z.unknown().optional(),
	packages: z.array(z.unknown()).optional(),
});

export type PlaceInput = z.infer<typeof place>;
export type FullTaskInput = z.infer<typeof fullTask>;
/** A task is written out, or is the number of a saved address. */
export type TaskInput = FullTaskInput | number;

export type DeliveryInput = Omit<z.infer<typeof delivery>, 'dropoff' | 'pickup'> & {
	dropoff?: TaskInput;
	pickup?: TaskInput;
};

export function readDelivery(body: unknown): DeliveryInput {
	const { dropoff, pickup, ...rest } = check(delivery, withoutNulls(body), []);
	return {
		...rest,
		...(dropoff !== undefined && { dropoff: readTask(dropoff, 'dropoff') }),
		...(pickup !== undefined && { pickup: readTask(pickup, 'pickup') }),
	};
}

/** As the body of a route. The refusals of `readDelivery` pass through: they name every field at once. */
export const deliveryBody = z.unknown().transform(readDelivery);

function readTask(task: unknown, name: string): TaskInput {
	return typeof task === 'number' ? check(z.int(), task, [name]) : check(fullTask, task, [name]);
}

/** An unknown field is the caller's mistake in the form of the request, a wrong type one in the delivery. */
export function check<T>(schema: z.ZodType<T>, value: unknown, path: PropertyKey[]): T {
	const result = schema.safeParse(value);
	if (result.success) return result.data;
	const unknown = result.error.issues.flatMap((issue) =>
		issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...path, ...issue.path, key].join('.')) : [],
	);
	if (unknown.length > 0) throw malformed(`Unknown field ${unknown.join(', ')}`);
	throw unprocessable(
		result.error.issues.map((issue) => {
			const kind = issue.code === 'invalid_type' ? `must be of type ${issue.expected}` : 'is invalid';
			return `${fieldLabel([...path, ...issue.path])} ${kind}`;
		}),
	);
}
