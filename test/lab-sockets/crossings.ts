import type { Call } from '../lab/scenario';
import type { Plan } from '../lab/plan';
import { isBooking, isLookUp } from '../lab/requests';
import type { JournalEntry } from '../../sandbox/carriers';
import type { WireRequest } from '../../shared/declare/wire';
import { Journey } from './journey';
import type { Strike } from './passing';

/** Carries a crossing's number to the proxy, and on to the carrier's journal. */
export const CROSSING = 'x-crossing';

/** One request on its way over the proxy, as the client knows it. */
export interface Crossing {
	at: number;
	method: string;
	path: string;
	route?: string;
	strike?: Strike;
	status?: number;
	lost?: { code: string };
}

/** All requests of one story, each with the strike that was planned for it. */
export class Crossings {
	private readonly all: Crossing[] = [];
	private readonly journeys: Journey[] = [];
	private bookings = 0;
	private lookUps = 0;

	constructor(
		private readonly plan: Plan<Strike>,
		private readonly routes: { create: string; lookUp: string },
	) {}

	begin(request: Pick<WireRequest, 'method' | 'url'>, at: number): { number: number; crossing: Crossing; journey: Journey } {
		const crossing: Crossing = { at, method: request.method, path: new URL(request.url).pathname, ...this.planned(request) };
		const journey = new Journey();
		this.journeys.push(journey);
		return { number: this.all.push(crossing) - 1, crossing, journey };
	}

	/** What befalls the request with this number, and where it is. */
	at(number: number): { strike?: Strike; journey: Journey } {
		const journey = this.journeys[number];
		if (!journey) throw new Error(`No request has the number ${number}`);
		return { strike: this.all[number]?.strike, journey };
	}

	/** Somebody has a request in hand: no time may pass. */
	get onTheMove(): boolean {
		return this.journeys.some((journey) => journey.onTheMove);
	}

	/** What hangs, for people. */
	get hanging(): string | undefined {
		const number = this.journeys.findIndex((journey) => journey.hanging);
		const crossing = this.all[number];
		return crossing && `Request ${number}, ${crossing.method} ${crossing.path}, hangs`;
	}

	private planned(request: Pick<WireRequest, 'method' | 'url'>): Pick<Crossing, 'route' | 'strike'> {
		if (isBooking(request)) {
			this.bookings += 1;
			return { route: this.routes.create, strike: this.plan.creates[this.bookings - 1] };
		}
		if (!isLookUp(request)) return {};
		this.lookUps += 1;
		return { route: this.routes.lookUp, strike: this.plan.lookUps[this.lookUps - 1] };
	}

	/** What the client saw, with what the carrier did. */
	calls(journal: readonly JournalEntry[]): Call[] {
		const done = new Map(journal.map((entry) => [entry.headers[CROSSING], entry.committed]));
		return this.all.map(({ strike, ...crossing }, number) => ({
			...crossing,
			committed: done.get(String(number)) ?? false,
			...(strike ? { fault: { says: strike.says } } : {}),
		}));
	}
}
