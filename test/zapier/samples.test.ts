import type { StepOutput } from '../../sandbox/hosts/zapier';
import { carriers } from '../../shared/registry';
import { mismatches } from '../../zapier/review/sample-rules';
import type { AppKind } from '../../zapier/src/app';
import { outputFields } from '../../zapier/src/output-fields';
import { accessOf, headersOf } from '../core/samples';
import { expectedRequest } from './expected-request';
import { fitsLineItems } from './fits-line-items';
import { runOnZapier } from './run-on-zapier';
import { useSampleClock } from './sample-clock';

useSampleClock();

const kinds: AppKind[] = ['single', 'all'];
const cases = kinds.flatMap((kind) =>
	carriers.flatMap((carrier) =>
		carrier.actions.flatMap((action) =>
			action.samples
				.filter((sample) => fitsLineItems(action, sample))
				.map((sample) => ({
					kind,
					carrier,
					action,
					sample,
					name: `${carrier.id} ${action.id}: ${sample.title} (${kind})`,
				})),
		),
	),
);

/** The platform treats null as absent. */
const withoutNulls = (item: StepOutput): unknown =>
	JSON.parse(JSON.stringify(item, (_key, value: unknown) => (value === null ? undefined : value)));

describe('every sample through the real core', () => {
	test.each(cases)('$name', async ({ kind, carrier, action, sample }) => {
		const { requests, items, error } = await runOnZapier(carrier, action, sample, kind);
		expect(error).toBeUndefined();
		const sent = requests.map(({ method, path, query, body }) => ({ method, path, query, body }));
		const expected = await expectedRequest(carrier, action, sample, requests);
		if (expected) expect(sent).toContainEqual(expected);
		else expect(sent).toEqual([]);
		for (const each of requests) expect(each.headers).toMatchObject(headersOf(accessOf(carrier, sample.connection)));
		expect(items.length).toBeGreaterThan(0);
		// A list for drop-downs has no fields to describe.
		const fields = action.form.length === 0 ? [] : outputFields(action.output);
		for (const item of items) expect(fields.flatMap((field) => mismatches(field, withoutNulls(item), ''))).toEqual([]);
		if (action.effect === 'booking')
			expect(items[0]).toMatchObject({ outcome: expect.stringMatching(/^(created|booked)$/) });
	});
});
