import type { Action } from '../../shared/declare/action';
import type { Sample } from '../../shared/declare/sample';
import type { Carrier } from '../../shared/declare/carrier';
import type { JsonObject } from '../../shared/json';
import { carriers } from '../../shared/registry';
import { referenceOf } from '../../shared/run/booking-settings';
import { fitsLineItems } from '../zapier/fits-line-items';
import { useInstantClocks } from '../core/instant-clock';
import { clock as n8nClock } from '../../nodes/adapter/process-state';
import { clock as zapierClock } from '../../zapier/src/ports';
import { runners, type Outcome } from './runners';

useInstantClocks(n8nClock, zapierClock);

interface Case {
	name: string;
	carrier: Carrier;
	action: Action;
	sample: Sample;
}

/** A booking without a reference gets one of the host's own; here all roads are given the same. */
function withReference(action: Action, sample: Sample): Sample {
	const reference = referenceOf(action);
	return reference === undefined || sample.input[reference] !== undefined
		? sample
		: { ...sample, input: { ...sample.input, [reference]: 'PARITY-1' } };
}

const cases: Case[] = carriers.flatMap((carrier) =>
	carrier.actions.flatMap((action) =>
		action.samples.map((sample) => ({
			name: `${carrier.id} ${action.id}: ${sample.title}`,
			carrier,
			action,
			sample: withReference(action, sample),
		})),
	),
);

/**
 * Zapier turns files into pointers, other hosts leave them as links, and Zapier drops empty values. An action
 * without fields is a drop-down on Zapier. Its lines have an id in text and a label, the newest first. A page is on the
 * host where the pipeline found the carrier. Nothing else may differ.
 */
function normalizeForCompare(key: string, value: unknown): unknown {
	if (value === null) return undefined;
	return key === 'page' && typeof value === 'string' ? new URL(value).pathname : value;
}

function comparable(action: Action, items: readonly JsonObject[]): unknown {
	const inOrder =
		action.form.length === 0 ? [...items].sort((one, other) => String(one.id).localeCompare(String(other.id))) : items;
	return inOrder.map(({ files: _files, ...fields }) => {
		const { id, label: _label, ...item } = fields;
		return JSON.parse(
			JSON.stringify(action.form.length === 0 ? { ...item, id: String(id) } : fields, normalizeForCompare),
		);
	});
}

describe('the same input gives the same requests and the same items in every runner', () => {
	test.each(cases)('$name', async ({ carrier, action, sample }) => {
		const outcomes: [string, Outcome][] = [];
		for (const [name, runner] of Object.entries(runners))
			if (!name.startsWith('Zapier') || fitsLineItems(action, sample))
				outcomes.push([name, await runner(carrier, action, sample)]);
		const [first, ...others] = outcomes;
		expect((first?.[1].calls.length ?? 0) > 0).toBe(sample.request !== undefined);
		for (const [name, outcome] of others) {
			expect({ runner: name, calls: outcome.calls }).toEqual({ runner: name, calls: first?.[1].calls });
			expect({ runner: name, items: comparable(action, outcome.items) }).toEqual({
				runner: name,
				items: comparable(action, first?.[1].items ?? []),
			});
		}
	});
});
