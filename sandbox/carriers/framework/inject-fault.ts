import { handlesRequest } from './fault-kinds';
import { applyFault } from './apply-fault';
import type { Exchange } from './context';

/** Runs before every handler: records the route, picks a fault, and applies it before or after the work. */
export async function injectFault(
	exchange: Exchange,
	route: { name: string; effect: 'read' | 'write' } | undefined,
	handler: () => Response | Promise<Response>,
): Promise<Response> {
	const { entry, context } = exchange;
	if (route !== undefined) {
		entry.route = route.name;
		entry.effect = route.effect;
	}
	const fault = context.faults.next({
		carrier: entry.carrier,
		route: entry.route,
		effect: entry.effect,
		method: entry.method,
		path: entry.path,
		at: context.clock.now(),
	});
	if (fault === undefined) return handler();
	entry.fault = fault;
	if (fault.kind === 'lag') exchange.asOf = context.clock.now() - fault.ms;
	const response = handlesRequest(fault) ? await handler() : undefined;
	if (fault.delayMs !== undefined) await exchange.wait(fault.delayMs);
	return applyFault(exchange, fault, response);
}
