import type { Item } from '../../shared/declare/facts';
import type { Result } from '../../shared/declare/failure';
import type { ScenarioPlan } from './scenario-plan';
import type { Subject } from './subjects';

/** The result of one step of one run. */
export interface StepRecord {
	run: number;
	result: Result<Item[]> | 'died';
	/** Milliseconds from its start. */
	durationMs: number;
	/** Requests of this run, by their number among the calls. */
	from: number;
	to: number;
}

/** A request of a scenario. */
export interface Call {
	at: number;
	method: string;
	path: string;
	route?: string;
	/** As the client saw it. */
	status?: number;
	noResponse?: { code: string };
	/** Whether the carrier booked, changed or cancelled something, even if the client did not see it. */
	committed: boolean;
	fault?: object;
}

export interface Finding {
	kind: 'doubled' | 'lost' | 'wrong' | 'leak' | 'slow';
	detail: string;
}

export interface ScenarioResult {
	plan: ScenarioPlan<unknown>;
	subject: Subject;
	reference: string;
	steps: readonly StepRecord[];
	calls: readonly Call[];
	/** Ids of live bookings at the end, and the most there ever were. */
	activeIds: readonly string[];
	maxActive: number;
	findings: readonly Finding[];
}
