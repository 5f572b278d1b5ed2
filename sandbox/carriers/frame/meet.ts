import { handlesRequest } from './faultKinds';
import { spoil } from './spoil';
import type { Visit } from './visit';

/** Stands before every handler: notes the route, asks for a fault, and lets it strike before or after the work. */
export async function meet(
	visit: Visit,
	route: { name: string; effect: 'read' | 'write' } | undefined,
	work: () => Response | Promise<Response>,
): Promise<Response> {
	const { entry, house } = visit;
	if (route !== undefined) {
		entry.route = route.name;
		entry.effect = route.effect;
	}
	const fault = house.faults.next({
		carrier: entry.carrier,
		route: entry.route,
		effect: entry.effect,
		method: entry.method,
		path: entry.path,
		at: house.clock.now(),
	});
	if (fault === undefined) return work();
	entry.fault = fault;
	if (fault.kind === 'lag') visit.asOf = house.clock.now() - fault.ms;
	const answer = handlesRequest(fault) ? await work() : undefined;
	if (fault.takesMs !== undefined) await visit.wait(fault.takesMs);
	return spoil(visit, fault, answer);
}
