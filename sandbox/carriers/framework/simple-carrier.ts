import type { ZodType, z } from 'zod/v4';

import { defineCarrier, type Call, type Carrier, type CarrierDefinition, type Route } from './carrier';
import { Answer, CarrierError } from './carrier-error';
import type { HostedCarrier, SandboxContext } from './context';
import { jsonAnswer } from './known-texts';
import { readFields, recordOf, type BodyRules } from './simple-body';

export { Answer, CarrierError } from './carrier-error';

/** What a route of a simple carrier gets once its request has been checked. */
export interface SimpleCall<State, Body = unknown> extends Call<State> {
	/** Query parameters. The route knows each of them. */
	query: Readonly<Record<string, string | undefined>>;
	body: Body;
	/** Look-ups show the state of this moment. */
	asOf: number;
}

/** The same, with the caller's account. */
export interface OwnCall<State, Account, Body = unknown> extends SimpleCall<State, Body> {
	account: Account;
}

interface RouteHead<State> extends Pick<Route<State>, 'name' | 'method' | 'path' | 'effect'> {
	/** Query parameters that the route takes. Default: none. */
	query?: readonly string[];
	/** Schema of the body, a form or JSON; without one the route takes no body. A strict object refuses unknown fields. */
	body?: ZodType;
}

/** A route that anybody may call, such as one that gives tokens. */
export interface OpenRoute<State> extends RouteHead<State> {
	open: true;
	handle(call: SimpleCall<State>): unknown;
}

export interface SimpleRoute<State, Account = unknown> extends RouteHead<State> {
	open?: false;
	/** JSON of the answer, or the answer itself; thrown `CarrierError`s become the carrier's own error. */
	handle(call: OwnCall<State, Account>): unknown;
}

/** A route whose handler knows the type of its body. */
export const withBody = <State, Account, Body extends ZodType>(
	route: Omit<SimpleRoute<State, Account>, 'body' | 'handle'> & {
		body: Body;
		handle(call: OwnCall<State, Account, z.output<Body>>): unknown;
	},
): SimpleRoute<State, Account> => route;

export interface EmbeddedCarrier<State, Backoffice, Account>
	extends Pick<CarrierDefinition<State, Backoffice>, 'name' | 'hosts' | 'account' | 'pastedWebhooks' | 'showcase'>,
		Partial<Pick<CarrierDefinition<State, Backoffice>, 'strictSlash'>> {
	createState(context: SandboxContext): State;
	backoffice(state: State): Backoffice;
	/** The owner of the credentials. Throws a CarrierError if they are unknown. */
	authenticate(call: Call<State>, route: string): Account;
	bodies?: BodyRules;
	/** Body of an error. Undefined: the answer has no body. */
	errorBody(error: CarrierError, call: Call<State>, route: string | undefined): unknown;
	routes: readonly (OpenRoute<State> | SimpleRoute<State, Account>)[];
	couriers?(state: State): Pick<HostedCarrier, 'activeBookings' | 'step'>;
}

const noCouriers = { activeBookings: () => [], step: () => undefined };

function queryOf({ exchange }: Call<unknown>, known: readonly string[] = []): Record<string, string> {
	const entries = [...exchange.url.searchParams];
	const unknown = entries.find(([name]) => !known.includes(name));
	if (unknown !== undefined) throw new CarrierError(400, `Unknown parameter ${unknown[0]}`);
	return recordOf(entries, 400);
}

const jsonResponse = (status: number, body: unknown): Response =>
	body === undefined ? new Response(null, { status }) : jsonAnswer(body, { status });

/**
 * A whole carrier as data: routes, authentication, strict queries and bodies, and its form of an error. The frame adds
 * faults, lagging look-ups, the clock and the journal.
 */
export function defineEmbeddedCarrier<State, Backoffice, Account>(
	carrier: EmbeddedCarrier<State, Backoffice, Account>,
): Carrier<Backoffice> {
	const refuse = (error: CarrierError, call: Call<State>, route?: string) =>
		jsonResponse(error.status, carrier.errorBody(error, call, route));

	async function resultOf(route: EmbeddedCarrier<State, Backoffice, Account>['routes'][number], call: Call<State>) {
		const asOf = route.effect === 'read' ? call.exchange.asOf : Infinity;
		const readCall = async (): Promise<SimpleCall<State>> => {
			const query = queryOf(call, route.query);
			return { ...call, query, body: await readFields(call, route, carrier.bodies ?? {}), asOf };
		};
		if (route.open === true) return await route.handle(await readCall());
		const account = carrier.authenticate(call, route.name);
		return await route.handle({ ...(await readCall()), account });
	}

	const toRoute = (route: EmbeddedCarrier<State, Backoffice, Account>['routes'][number]): Route<State> => ({
		...route,
		async handler(call) {
			try {
				const result = await resultOf(route, call);
				const isUnchanged = result instanceof Answer && result.effect === 'unchanged';
				if (route.effect === 'write' && !isUnchanged) call.exchange.entry.committed = true;
				if (result instanceof Response) return result;
				if (result instanceof Answer) return jsonResponse(result.status, result.body);
				return jsonResponse(route.method === 'POST' && route.open !== true ? 201 : 200, result);
			} catch (error) {
				if (error instanceof CarrierError) return refuse(error, call, route.name);
				throw error;
			}
		},
	});
	return defineCarrier<State, Backoffice>({
		strictSlash: true,
		...carrier,
		routes: carrier.routes.map(toRoute),
		create(context) {
			const state = carrier.createState(context);
			return { state, backoffice: carrier.backoffice(state), couriers: carrier.couriers?.(state) ?? noCouriers };
		},
		notFound: (call) => refuse(new CarrierError(404, `There is no ${call.exchange.url.pathname}`), call),
		methodNotAllowed: (call) =>
			refuse(new CarrierError(405, `${call.exchange.request.method} is not allowed here`), call),
	});
}
