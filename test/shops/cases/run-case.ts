import type { JsonObject } from '../../../shared/json';
import { carrierInput } from './all';
import type { CaseStep, ShopCase, Wanted } from './case';

export type Came = { item: Readonly<Record<string, unknown>> } | { message: string };

/** A host with the embedded carriers. */
export interface CaseHost {
	/** Book, check or reconcile, by its verb. */
	run(verb: string, at: ShopCase, order: JsonObject, input: JsonObject): Promise<Came>;
	/** Bookings that the carrier holds. */
	count(carrier: ShopCase['carrier']): number;
}

const itemOf = (came: Came) => ('item' in came ? came.item : { message: came.message });

function expectBooking(came: Came, wanted: Wanted): void {
	if ('refused' in wanted) {
		expect(came).toEqual({ message: expect.any(String) });
		for (const text of wanted.refused) expect('message' in came ? came.message : '').toContain(text);
		expect('message' in came ? came.message : '').not.toMatch(/undefined|\[object/);
	} else if ('leftOut' in wanted) {
		expect(itemOf(came)).toMatchObject({ outcome: 'left_out', leftOut: wanted.leftOut, reason: expect.any(String) });
	} else if ('different' in wanted) {
		expect(itemOf(came)).toMatchObject({ outcome: 'found_different' });
		for (const text of wanted.different) expect(JSON.stringify(itemOf(came).warnings)).toContain(text);
	} else if ('found' in wanted) expect(itemOf(came)).toMatchObject({ outcome: 'found', ...wanted.found });
	else expect(itemOf(came)).toMatchObject({ outcome: 'booked', ...wanted.booked });
}

/** What the check says of an order that the carrier itself refuses is known only once it is sent. */
const checked = (wanted: Wanted): readonly string[] =>
	'refused' in wanted ? ['problems', 'ready'] : 'leftOut' in wanted ? ['left_out'] : ['ready'];

const isBooked = (steps: readonly CaseStep[]) => steps.some(({ wanted }) => 'booked' in wanted);

function findingsFor(wanted: Wanted, before: readonly CaseStep[]): readonly string[] {
	if ('leftOut' in wanted) return isBooked(before) ? ['to_cancel', 'booked'] : ['left_out', 'not_checked'];
	return 'refused' in wanted ? ['missing', 'not_checked'] : ['booked'];
}

/** Books every order of the case. */
export async function bookCase(at: ShopCase, host: CaseHost): Promise<void> {
	for (const { order, wanted, input = {} } of at.steps) {
		const before = host.count(at.carrier);
		expectBooking(await host.run('book', at, order, { ...carrierInput[at.carrier], ...input }), wanted);
		expect(host.count(at.carrier)).toBe(before + ('booked' in wanted ? 1 : 0));
	}
}

/** Checks, books, books again and reconciles every order of the case. */
export async function runCase(at: ShopCase, host: CaseHost): Promise<void> {
	for (const [nth, { order, wanted, input = {} }] of at.steps.entries()) {
		const values: JsonObject = { ...carrierInput[at.carrier], ...input };
		const before = host.count(at.carrier);
		const check = await host.run('check', at, order, values);
		expect(checked(wanted)).toContain(itemOf(check).outcome);
		expect(host.count(at.carrier)).toBe(before);
		expectBooking(await host.run('book', at, order, values), wanted);
		const after = before + ('booked' in wanted ? 1 : 0);
		expect(host.count(at.carrier)).toBe(after);
		if ('booked' in wanted) expectBooking(await host.run('book', at, order, values), { found: {} });
		expect(host.count(at.carrier)).toBe(after);
		const { leave_out, reference_prefix } = input;
		const found = await host.run('reconcile', at, order, { leave_out, reference_prefix });
		expect(findingsFor(wanted, at.steps.slice(0, nth))).toContain(itemOf(found).finding);
	}
}
