import type { Fault } from './faults.types';

const PHASES = ['before', 'after'] as const;

/** One fault of every kind. A schedule draws from these by default. */
export const ALL_FAULTS: readonly Fault[] = [
	{ kind: 'refused' },
	{ kind: 'dns' },
	{ kind: 'slow', totalMs: 3000 },
	{ kind: 'truncated' },
	{ kind: 'lag', ms: 1000 },
	{ kind: 'lag', ms: 3000 },
	...PHASES.flatMap((phase): Fault[] => [
		{ kind: 'reset', phase },
		{ kind: 'timeout', phase },
		{ kind: 'status', status: 500, phase },
		{ kind: 'status', status: 502, phase },
		{ kind: 'status', status: 503, phase },
		{ kind: 'status', status: 504, phase },
		{ kind: 'html', phase },
		{ kind: 'empty', phase },
	]),
	...(['html', 'empty', 'text', 'xml'] as const).map(
		(page): Fault => ({ kind: 'gateway', status: 404, page, phase: 'before' }),
	),
	// A carrier that answers "too many" or "too late" has not handled the request.
	{ kind: 'status', status: 408, phase: 'before' },
	{ kind: 'status', status: 429, phase: 'before' },
	{ kind: 'status', status: 429, phase: 'before', retryAfter: { form: 'seconds', seconds: 2 } },
	{ kind: 'status', status: 429, phase: 'before', retryAfter: { form: 'date', seconds: 2 } },
	{ kind: 'redirect', phase: 'before' },
];

export function handlesRequest(fault: Fault): boolean {
	switch (fault.kind) {
		case 'refused':
		case 'dns':
			return false;
		case 'slow':
		case 'truncated':
		case 'lag':
			return true;
		default:
			return fault.phase === 'after';
	}
}
