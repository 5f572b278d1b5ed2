import type { StepOutput } from '../../sandbox/hosts/zapier';
import { carriers } from '../../shared/registry';
import { misfits } from '../../zapier/review/sample-rules';
import type { AppKind } from '../../zapier/src/app';
import { outputFields } from '../../zapier/src/output-fields';
import { accessOf } from '../core/samples';
import { expectedRequest } from './expected-request';
import { runOnZapier } from './run-on-zapier';
import { useSampleClock } from './sample-clock';

useSampleClock();

const kinds: AppKind[] = ['single', 'all'];
const cases = kinds.flatMap((kind) =>
	carriers.flatMap((carrier) =>
		carrier.actions.flatMap((action) =>
			action.samples.map((sample) => ({ kind, carrier, action, sample, name: `${carrier.id} ${action.id}: ${sample.title} (${kind})` })),
		),
	),
);

/** The platform takes what is null for absent. */
const withoutNulls = (item: StepOutput): unknown => JSON.parse(JSON.stringify(item, (_key, value: unknown) => (value === null ? undefined : value)));

describe('every sample through the real core', () => {
	test.each(cases)('$name', async ({ kind, carrier, action, sample }) => {
		const { arrived, items, error } = await runOnZapier(carrier, action, sample, kind);
		expect(error).toBeUndefined();
		const sent = arrived.map(({ method, path, query, body }) => ({ method, path, query, body }));
		const expected = await expectedRequest(carrier, action, sample, arrived);
		if (expected) expect(sent).toContainEqual(expected);
		else expect(sent).toEqual([]);
		for (const each of arrived) expect(each.headers).toMatchObject(accessOf(carrier, sample.connection).headers);
		expect(items.length).toBeGreaterThan(0);
		// A list for drop-downs has no fields to tell of.
		const fields = action.form.length === 0 ? [] : outputFields(action.output);
		for (const item of items) expect(fields.flatMap((field) => misfits(field, withoutNulls(item), ''))).toEqual([]);
		if (action.effect === 'booking') expect(items[0]).toMatchObject({ outcome: 'created' });
	});
});
