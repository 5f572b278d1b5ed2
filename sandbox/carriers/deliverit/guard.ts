import type { Call, Route } from '../frame/carrier';
import type { DeliveritAccount } from './desk.types';
import { isOpenAt } from './hours';
import { Refusal, STRANGER } from './refusal';
import type { DeliveritState } from './state';

export interface ShopCall extends Call<DeliveritState> {
	account: DeliveritAccount;
}

/** Three ways in which DeliverIt words a refusal. */
export type RefusalShape = 'error' | 'open+error' | 'open+order_driver';

type ShopRoute = Pick<Route<DeliveritState>, 'name' | 'method' | 'path' | 'effect'> & {
	refusal: RefusalShape;
	/** 401 but for the deny call, which says 400. */
	foreignStatus?: 400 | 401;
	query?: readonly string[];
	handle(call: ShopCall): Response | Promise<Response>;
};

export function shopRoute(route: ShopRoute): Route<DeliveritState> {
	return {
		...route,
		async answer(call) {
			try {
				const account = accountOf(call);
				if (account === undefined) throw new Refusal(401, STRANGER);
				if (call.params.company !== undefined && call.params.company !== String(account.company)) {
					throw foreign(route);
				}
				assertQuery(call, route.query ?? []);
				return await route.handle({ ...call, account });
			} catch (error) {
				if (error instanceof Refusal) return refuse(call.state, error, route.refusal);
				throw error;
			}
		},
	};
}

export function foreign(route: { foreignStatus?: 400 | 401 } = {}): Refusal {
	return new Refusal(route.foreignStatus ?? 401, STRANGER);
}

export function refuse(state: DeliveritState, refusal: Refusal, shape: RefusalShape): Response {
	const open = isOpenAt(state.house.clock.now(), state.settings);
	const { message, status } = refusal;
	const bodies: Record<RefusalShape, object> = {
		error: { error: true, message },
		'open+error': { DeliverItOpen: refusal instanceof Closed ? false : open, error: true, message },
		'open+order_driver': { DeliverItOpen: open, order_driver: false, message },
	};
	return Response.json(bodies[shape], { status });
}

/** Asked for a time before or after the opening hours. */
export class Closed extends Refusal {
	constructor() {
		super(400, 'Sorry. DeliverIt is closed.');
	}
}

/** Basic credentials on every call: login alone opens no session. */
export function accountOf({ state, visit }: Call<DeliveritState>): DeliveritAccount | undefined {
	const header = visit.request.headers.get('authorization') ?? '';
	const encoded = /^Basic ([A-Za-z0-9+/]+={0,2})$/.exec(header)?.[1];
	if (encoded === undefined) return undefined;
	const pair = Buffer.from(encoded, 'base64').toString('utf8');
	return state.accounts.find(({ username, password }) => pair === `${username}:${password}`);
}

function assertQuery({ visit }: Call<DeliveritState>, known: readonly string[]): void {
	for (const name of visit.url.searchParams.keys()) {
		if (!known.includes(name)) throw new Refusal(400, `Unknown parameter '${name}'`);
		if (visit.url.searchParams.getAll(name).length > 1) throw new Refusal(400, `Parameter '${name}' is given twice`);
	}
}

export function assertNoBody({ visit }: Call<DeliveritState>): void {
	if (visit.body.text !== '') throw new Refusal(400, 'This call takes no parameters');
}
