import type { Action } from '../../shared/declare/action';
import type { Sample } from '../../shared/declare/sample';
import type { Carrier } from '../../shared/declare/carrier';
import type { JsonObject } from '../../shared/declare/json';
import { carriers } from '../../shared/registry';
import { referenceOf } from '../../shared/run/booking-settings';
import { useSampleClock } from '../zapier/sample-clock';
import { roads, type Outcome } from './roads';

useSampleClock();

interface Case {
	name: string;
	carrier: Carrier;
	action: Action;
	sample: Sample;
}

/** A booking without a reference gets one of the host's own; here all roads are given the same. */
function named(action: Action, sample: Sample): Sample {
	const reference = referenceOf(action);
	return reference === undefined || sample.input[reference] !== undefined ? sample : { ...sample, input: { ...sample.input, [reference]: 'PARITY-1' } };
}

const cases: Case[] = carriers.flatMap((carrier) =>
	carrier.actions.flatMap((action) =>
		action.samples.map((sample) => ({ name: `${carrier.id} ${action.id}: ${sample.title}`, carrier, action, sample: named(action, sample) })),
	),
);

/**
 * Files become pointers on Zapier and stay links elsewhere, and Zapier drops what is empty. An action without
 * fields is a drop-down there, whose lines have an id in text and a label. A page is on the host that the road
 * found the carrier at. Nothing else may differ.
 */
function plain(key: string, value: unknown): unknown {
	if (value === null) return undefined;
	return key === 'page' && typeof value === 'string' ? new URL(value).pathname : value;
}

function comparable(action: Action, items: readonly JsonObject[]): unknown {
	return items.map(({ files: _files, ...whole }) => {
		const { id, label: _label, ...item } = whole;
		return JSON.parse(JSON.stringify(action.form.length === 0 ? { ...item, id: String(id) } : whole, plain));
	});
}

describe('the same input gives the same requests and the same items on every road', () => {
	test.each(cases)('$name', async ({ carrier, action, sample }) => {
		const outcomes: [string, Outcome][] = [];
		for (const [name, road] of Object.entries(roads)) outcomes.push([name, await road(carrier, action, sample)]);
		const [first, ...others] = outcomes;
		expect((first?.[1].calls.length ?? 0) > 0).toBe(sample.request !== undefined);
		for (const [name, outcome] of others) {
			expect({ road: name, calls: outcome.calls }).toEqual({ road: name, calls: first?.[1].calls });
			expect({ road: name, items: comparable(action, outcome.items) }).toEqual({ road: name, items: comparable(action, first?.[1].items ?? []) });
		}
	});
});
