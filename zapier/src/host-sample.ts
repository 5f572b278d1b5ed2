import type { Item } from '../../shared/declare/facts';
import { isJsonObject, type Json } from '../../shared/json';
import type { Trigger } from '../../shared/declare/trigger';
import type { AppContext } from './app-context';

/** A carrier's own way to write a time, without its offset: the platform wants no such thing in a sample. */
const isLocalTime = (value: Json | undefined) =>
	typeof value === 'string' && /^\d{4}-\d{2}-\d{2}[T ]\d/.test(value) && !/(Z|[+-]\d{2}:?\d{2})$/.test(value);

const isEmpty = (value: Json | undefined) =>
	value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);

/** A sample shows the fields that every account gets, so empty ones are left out. */
function withoutEmpty(value: Json): Json {
	if (Array.isArray(value)) return value.map(withoutEmpty);
	if (!isJsonObject(value)) return value;
	const entries = Object.entries(value).filter(([, each]) => !isEmpty(each) && !isLocalTime(each));
	return Object.fromEntries(entries.map(([key, each]) => [key, withoutEmpty(each ?? null)]));
}

export function hostSample(item: Item): Item {
	const sample = withoutEmpty(item);
	return isJsonObject(sample) ? sample : {};
}

/** For a test without an event: the fields to map, with a sentence that says so before all of them. */
export const emptySample = ({ carrier }: AppContext, { noun, sample }: Trigger): Item & { id: string } => ({
	warnings: [
		`This is an example: ${carrier.title} has no ${noun.toLowerCase()} to show yet. Map its fields and go on, or make or change one there and test again.`,
	],
	...hostSample(sample),
	id: String(sample.id),
});
