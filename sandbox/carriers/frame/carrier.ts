import { Hono } from 'hono';
import type { House, Resident } from './house';
import { meet } from './meet';
import type { Visit } from './visit';

export interface Call<State> {
	state: State;
	visit: Visit;
	params: Record<string, string>;
}

export interface Route<State> {
	/** `noun.verb`, as faults and the journal name it. */
	name: string;
	method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
	path: string;
	effect: 'read' | 'write';
	answer(call: Call<State>): Response | Promise<Response>;
}

export interface CarrierDesign<State, Desk> {
	name: string;
	hosts: readonly string[];
	/** Whether `/path/` is the same as `/path`. */
	slashMatters: boolean;
	/** The method a request stands for, where the carrier lets a header say so. */
	methodOf?(request: Request): string;
	routes: readonly Route<State>[];
	open(house: House): { state: State; desk: Desk; couriers: Pick<Resident, 'live' | 'step'> };
	notFound(call: Call<State>): Response;
	wrongMethod(call: Call<State>): Response;
}

interface Bindings<State> {
	state: State;
	visit: Visit;
}

export interface Carrier<Desk> {
	open(house: House): Desk;
}

/** The routes are shared by all sandboxes; the state comes in with each request. */
export function defineCarrier<State, Desk>(design: CarrierDesign<State, Desk>): Carrier<Desk> {
	const app = new Hono<{ Bindings: Bindings<State> }>({ strict: design.slashMatters });
	for (const route of design.routes) {
		app.on(route.method, route.path, (c) => {
			const call = { ...c.env, params: c.req.param() };
			return meet(c.env.visit, route, () => route.answer(call));
		});
	}
	for (const path of new Set(design.routes.map((route) => route.path))) {
		app.all(path, (c) => meet(c.env.visit, undefined, () => design.wrongMethod({ ...c.env, params: {} })));
	}
	app.notFound((c) => meet(c.env.visit, undefined, () => design.notFound({ ...c.env, params: {} })));
	app.onError((error) => {
		throw error;
	});

	return {
		open(house) {
			const { state, desk, couriers } = design.open(house);
			house.residents.set(design.name, {
				name: design.name,
				hosts: design.hosts,
				serve: async (visit) => app.fetch(asRead(visit.request, design), { state, visit }),
				...couriers,
			});
			return desk;
		},
	};
}

/** Only routing looks at this copy, so it goes without the body, which has been read by now. */
function asRead(request: Request, { methodOf }: Pick<CarrierDesign<never, never>, 'methodOf'>): Request {
	const method = methodOf?.(request) ?? request.method;
	return method === request.method ? request : new Request(request.url, { method, headers: request.headers });
}
