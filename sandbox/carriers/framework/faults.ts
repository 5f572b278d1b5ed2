import { ALL_FAULTS } from './fault-kinds';
import type { Fault, FaultMatch, FaultPlan, FaultRule, Faults, FiredFault, SeenRequest } from './faults.types';
import { randomStream } from './random';

interface FaultSource {
	count(request: SeenRequest): void;
	fire(request: SeenRequest): Fault | undefined;
}

/** Rules are checked in the order in which they were added. The first that fires wins. */
export function createFaults(seed: number | string, customPlan?: FaultPlan): Faults {
	let sources: FaultSource[] = [];
	let activePlan = customPlan;
	const fired: FiredFault[] = [];

	const addSource = (source: FaultSource) => {
		sources.push(source);
		return () => {
			sources = sources.filter((other) => other !== source);
		};
	};
	const pickFault = (request: SeenRequest): Fault | undefined => {
		if (activePlan !== undefined) return activePlan.next(request);
		// Every rule counts the request, also where an earlier one fires: the second create stays the second.
		for (const source of sources) source.count(request);
		for (const source of sources) {
			const fault = source.fire(request);
			if (fault !== undefined) return fault;
		}
		return undefined;
	};

	return {
		next(request) {
			const fault = pickFault(request);
			if (fault !== undefined) fired.push({ request, fault });
			return fault;
		},
		add: (rule) => addSource(sourceFromRule(rule)),
		once: (match, fault) => addSource(sourceFromRule({ ...match, fault, times: 1 })),
		schedule(schedule) {
			const random = randomStream(schedule.seed ?? seed, 'faults');
			const candidates = schedule.candidates ?? ALL_FAULTS;
			return addSource({
				count: () => undefined,
				fire: (request) =>
					matches(schedule, request) && random.next() < schedule.rate
						? random.pick(candidates.filter((fault) => fault.kind !== 'lag' || request.effect === 'read'))
						: undefined,
			});
		},
		use(plan) {
			activePlan = plan;
		},
		clear() {
			sources = [];
			fired.length = 0;
		},
		fired,
	};
}

function sourceFromRule(rule: FaultRule): FaultSource {
	const ordinals = rule.nth === undefined ? undefined : [rule.nth].flat();
	let remaining = rule.times ?? ordinals?.length ?? Infinity;
	let matchCount = 0;
	return {
		count(request) {
			if (matches(rule, request)) matchCount += 1;
		},
		fire(request) {
			if (remaining <= 0 || !matches(rule, request)) return undefined;
			if (ordinals !== undefined && !ordinals.includes(matchCount)) return undefined;
			remaining -= 1;
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
