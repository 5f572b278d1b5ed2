import { EVERY_FAULT } from './faultKinds';
import type { Fault, FaultMatch, FaultPlan, FaultRule, Faults, FiredFault, SeenRequest } from './faults.types';
import { randomStream } from './random';

interface Cause {
	count(request: SeenRequest): void;
	fire(request: SeenRequest): Fault | undefined;
}

/** Rules are asked in the order in which they were added; the first that fires wins. */
export function makeFaults(seed: number | string, ownPlan?: FaultPlan): Faults {
	let causes: Cause[] = [];
	let own = ownPlan;
	const fired: FiredFault[] = [];

	const enlist = (cause: Cause) => {
		causes.push(cause);
		return () => {
			causes = causes.filter((other) => other !== cause);
		};
	};
	const ask = (request: SeenRequest): Fault | undefined => {
		if (own !== undefined) return own.next(request);
		// Every rule counts the request, also where an earlier one fires: the second create stays the second.
		for (const cause of causes) cause.count(request);
		for (const cause of causes) {
			const fault = cause.fire(request);
			if (fault !== undefined) return fault;
		}
		return undefined;
	};

	return {
		next(request) {
			const fault = ask(request);
			if (fault !== undefined) fired.push({ request, fault });
			return fault;
		},
		add: (rule) => enlist(causeOf(rule)),
		once: (match, fault) => enlist(causeOf({ ...match, fault, times: 1 })),
		schedule(schedule) {
			const random = randomStream(schedule.seed ?? seed, 'faults');
			const among = schedule.among ?? EVERY_FAULT;
			return enlist({
				count: () => undefined,
				fire: (request) =>
					matches(schedule, request) && random.next() < schedule.rate
						? random.pick(among.filter((fault) => fault.kind !== 'lag' || request.effect === 'read'))
						: undefined,
			});
		},
		use(plan) {
			own = plan;
		},
		clear() {
			causes = [];
			fired.length = 0;
		},
		fired,
	};
}

function causeOf(rule: FaultRule): Cause {
	const wanted = rule.nth === undefined ? undefined : [rule.nth].flat();
	let left = rule.times ?? wanted?.length ?? Infinity;
	let seen = 0;
	return {
		count(request) {
			if (matches(rule, request)) seen += 1;
		},
		fire(request) {
			if (left <= 0 || !matches(rule, request)) return undefined;
			if (wanted !== undefined && !wanted.includes(seen)) return undefined;
			left -= 1;
			return rule.fault;
		},
	};
}

function matches(match: FaultMatch, request: SeenRequest): boolean {
	return (
		(match.carrier === undefined || match.carrier === request.carrier) &&
		(match.route === undefined || match.route === request.route) &&
		(match.effect === undefined || match.effect === request.effect) &&
		(match.method === undefined || match.method === request.method) &&
		(match.path === undefined ||
			(typeof match.path === 'string' ? match.path === request.path : match.path.test(request.path)))
	);
}
