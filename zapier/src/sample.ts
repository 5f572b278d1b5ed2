import type { Action } from '../../shared/declare/action';
import type { Facts, Item } from '../../shared/declare/facts';
import type { Sample } from '../../shared/declare/sample';
import type { Carrier } from '../../shared/declare/carrier';
import { isJsonObject, type Json } from '../../shared/json';
import type { Trigger } from '../../shared/declare/trigger';
import { coerce } from '../../shared/run/coerce';
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

/** A sample of the current API version: the first one without its own connection. */
function chosenSample(action: Action): Sample {
	const sample = action.samples.find((sample) => sample.connection === undefined) ?? action.samples[0];
	if (!sample) throw new Error(`The action ${action.id} has no sample`);
	return sample;
}

/** The item of a sample's response, by the action's own reading. */
export function sampleItem(carrier: Carrier, action: Action): Item {
	if (action.kind === 'flow') {
		const sample = hostSample(action.example);
		return action.worksOut ? { [action.worksOut.listedAs]: [sample] } : sample;
	}
	const sample = chosenSample(action);
	const connection = sample.connection ?? Object.keys(carrier.sampleConnections)[0] ?? '';
	const access = carrier.connection.accessOf(carrier.sampleConnections[connection]);
	const facts: Facts = { now: Date.parse('2020-01-01T00:00:00Z'), access, needed: {}, files: {} };
	const { status, body } = sample.response;
	const reading = action.readings[status] ?? carrier.readings[status];
	const input: unknown = action.input.parse(coerce(action.form, sample.input, access.zone, facts.now, access.country));
	const read = reading?.({ status, headers: {}, text: JSON.stringify(body) }, input, facts);
	const item = read?.ok ? read.value[0] : undefined;
	if (!item) throw new Error(`The sample "${sample.title}" of ${action.id} gives no item`);
	return hostSample(action.effect === 'booking' ? { ...item, outcome: 'created' } : item);
}
