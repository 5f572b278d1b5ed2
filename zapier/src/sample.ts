import type { Action } from '../../shared/declare/action';
import type { Facts, Item } from '../../shared/declare/facts';
import { readingFor } from '../../shared/declare/reading';
import type { Sample } from '../../shared/declare/sample';
import type { Carrier } from '../../shared/declare/carrier';
import { coerce } from '../../shared/run/coerce';
import { hostSample } from './host-sample';

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
	const reading = readingFor(action, carrier, status);
	const input: unknown = action.input.parse(coerce(action.form, sample.input, access.zone, facts.now, access.country));
	const read = reading?.({ status, headers: {}, text: JSON.stringify(body) }, input, facts);
	const item = read?.ok ? read.value[0] : undefined;
	if (!item) throw new Error(`The sample "${sample.title}" of ${action.id} gives no item`);
	return hostSample(action.effect === 'booking' ? { ...item, outcome: 'created' } : item);
}
