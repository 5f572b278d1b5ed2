import { Hono } from 'hono';
import type { Exchange, HostedCarrier, PastedWebhooks, SandboxContext } from './context';
import { injectFault } from './inject-fault';
import { lookUpMoment } from './look-up-lag';

export interface Call<State> {
	state: State;
	exchange: Exchange;
	params: Record<string, string>;
}

export interface Route<State> {
	/** `noun.verb`, as faults and the journal name it. */
	name: string;
	method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
	path: string;
	effect: 'read' | 'write';
	handler(call: Call<State>): Response | Promise<Response>;
}

export interface CarrierDefinition<State, Backoffice> {
	name: string;
	hosts: readonly string[];
	/** Whether `/path/` is the same as `/path`. */
	strictSlash: boolean;
	/** The effective method of a request, for carriers that let a header override it. */
	effectiveMethod?(request: Request): string;
	routes: readonly Route<State>[];
	create(context: SandboxContext): {
		state: State;
		backoffice: Backoffice;
		couriers: Pick<HostedCarrier, 'activeBookings' | 'step'>;
	};
	/** What a person knows of their account here, under the field names of the carrier's connection form. */
	account(backoffice: Backoffice): Record<string, unknown>;
	/** Settings under which a person who tries it sees what can happen. */
	showcase?(backoffice: Backoffice): void;
	/** The screen where a person pastes the address of a webhook, where the carrier has one. */
	pastedWebhooks?(backoffice: Backoffice): PastedWebhooks;
	notFound(call: Call<State>): Response;
	methodNotAllowed(call: Call<State>): Response;
}

interface Bindings<State> {
	state: State;
	exchange: Exchange;
}

export interface Carrier<Backoffice> {
	create(context: SandboxContext): Backoffice;
}

/** The routes are shared by all sandboxes; the state comes in with each request. */
export function defineCarrier<State, Backoffice>(
	definition: CarrierDefinition<State, Backoffice>,
): Carrier<Backoffice> {
	const app = new Hono<{ Bindings: Bindings<State> }>({ strict: definition.strictSlash });
	for (const route of definition.routes) {
		app.on(route.method, route.path, (c) => {
			const { exchange } = c.env;
			const call = { ...c.env, params: c.req.param() };
			return injectFault(exchange, route, () => {
				if (route.effect === 'read') exchange.asOf = lookUpMoment(exchange.asOf, exchange.context);
				return route.handler(call);
			});
		});
	}
	for (const path of new Set(definition.routes.map((route) => route.path))) {
		app.all(path, (c) =>
			injectFault(c.env.exchange, undefined, () => definition.methodNotAllowed({ ...c.env, params: {} })),
		);
	}
	app.notFound((c) => injectFault(c.env.exchange, undefined, () => definition.notFound({ ...c.env, params: {} })));
	app.onError((error) => {
		throw error;
	});

	return {
		create(context) {
			const { state, backoffice, couriers } = definition.create(context);
			context.carriers.set(definition.name, {
				name: definition.name,
				hosts: definition.hosts,
				routes: definition.routes,
				account: () => definition.account(backoffice),
				showcase: () => definition.showcase?.(backoffice),
				pastedWebhooks: definition.pastedWebhooks?.(backoffice),
				serve: async (exchange) => app.fetch(withEffectiveMethod(exchange.request, definition), { state, exchange }),
				...couriers,
			});
			return backoffice;
		},
	};
}

/** Only routing uses this copy, so it has no body: the body has been read by now. */
function withEffectiveMethod(
	request: Request,
	{ effectiveMethod }: Pick<CarrierDefinition<never, never>, 'effectiveMethod'>,
): Request {
	const method = effectiveMethod?.(request) ?? request.method;
	return method === request.method ? request : new Request(request.url, { method, headers: request.headers });
}
