import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Fault } from '../../sandbox/carriers';
import type { ScenarioPlan } from './scenario-plan';
import type { ScenarioResult } from './scenario-result';
import type { Subject } from './subjects';

/** A plan that once had a finding. It is kept whole, because a seed means another plan when the generator changes. */
export interface Regression<F = Fault> {
	/** Id of the booking action. */
	action: string;
	/** What was found. */
	found: string;
	plan: ScenarioPlan<F>;
}

/** JSON has null where the list has no fault. */
const withoutNulls = <F>(faults: readonly (F | null | undefined)[]) => faults.map((fault) => fault ?? undefined);

/** Reads what `toRegression` has written. */
export function parseRegressions(text: string): Regression[] {
	// The one edge where the plans of the files are taken at their word.
	const regressions = JSON.parse(text) as Regression[];
	return regressions.map(({ plan, ...rest }) => ({
		...rest,
		plan: {
			...plan,
			createFaults: withoutNulls(plan.createFaults),
			lookUpFaults: withoutNulls(plan.lookUpFaults),
			// Older entries have none.
			readFaults: withoutNulls(plan.readFaults ?? []),
		},
	}));
}

/** Without the requests after the last fault. */
function trimmed<F>(faults: readonly (F | undefined)[]): readonly (F | undefined)[] {
	const length = faults.reduce((end, fault, at) => (fault === undefined ? end : at + 1), 0);
	return faults.slice(0, length);
}

/** An entry for the file of regressions. */
export const toRegression = ({ plan, subject, findings }: ScenarioResult): Regression<unknown> => ({
	action: subject.action.id,
	found: findings.map(({ kind, detail }) => `${kind}: ${detail}`).join('; '),
	plan: {
		...plan,
		createFaults: trimmed(plan.createFaults),
		lookUpFaults: trimmed(plan.lookUpFaults),
		readFaults: trimmed(plan.readFaults),
	},
});

/** A carrier's regressions: `npm run soak` prints an entry for each scenario with findings. */
export const regressionFile = (carrier: string) => `test/carriers/${carrier}/regressions.json`;

/** The regressions of a booking. */
export function regressionsOf({ carrier, action }: Subject): Regression[] {
	const path = join(__dirname, '../..', regressionFile(carrier.id));
	if (!existsSync(path)) return [];
	return parseRegressions(readFileSync(path, 'utf8')).filter((each) => each.action === action.id);
}
