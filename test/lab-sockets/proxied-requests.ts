import type { Call } from '../lab/scenario-result';
import type { ScenarioPlan } from '../lab/scenario-plan';
import { plannedFaults } from '../lab/planned-faults';
import { routeOf } from '../lab/requests';
import type { Subject } from '../lab/subjects';
import type { JournalEntry } from '../../sandbox/carriers';
import type { WireRequest } from '../../shared/declare/wire';
import { RequestProgress } from './request-progress';
import type { ProxyFault } from './proxy-fault';

/** Carries a crossing's number to the proxy, and on to the carrier's journal. */
export const REQUEST_ID_HEADER = 'x-crossing';

/** One request on its way over the proxy, as the client knows it. */
export interface ProxiedRequest {
	at: number;
	method: string;
	path: string;
	route?: string;
	fault?: ProxyFault;
	status?: number;
	noResponse?: { code: string };
}

/** All requests of one scenario, each with its planned fault. */
export class ProxiedRequests {
	private readonly all: ProxiedRequest[] = [];
	private readonly progressList: RequestProgress[] = [];
	private readonly nextFault: ReturnType<typeof plannedFaults<ProxyFault>>;

	constructor(
		plan: ScenarioPlan<ProxyFault>,
		private readonly subject: Pick<Subject, 'carrier' | 'routes'>,
	) {
		this.nextFault = plannedFaults(plan, subject);
	}

	begin(
		request: Pick<WireRequest, 'method' | 'url'>,
		at: number,
	): { number: number; proxied: ProxiedRequest; progress: RequestProgress } {
		const proxied: ProxiedRequest = {
			at,
			method: request.method,
			path: new URL(request.url).pathname,
			...this.planned(request),
		};
		const progress = new RequestProgress();
		this.progressList.push(progress);
		return { number: this.all.push(proxied) - 1, proxied, progress };
	}

	/** The fault of the request with this number, and its progress. */
	at(number: number): { fault?: ProxyFault; progress: RequestProgress } {
		const progress = this.progressList[number];
		if (!progress) throw new Error(`No request has the number ${number}`);
		return { fault: this.all[number]?.fault, progress };
	}

	/** A request is in progress: no time may pass. */
	get isBusy(): boolean {
		return this.progressList.some((progress) => progress.isBusy);
	}

	/** Describes what hangs, for people. */
	get hangingRequest(): string | undefined {
		const number = this.progressList.findIndex((progress) => progress.isHanging);
		const proxied = this.all[number];
		return proxied && `Request ${number}, ${proxied.method} ${proxied.path}, hangs`;
	}

	private planned(request: Pick<WireRequest, 'method' | 'url'>): Pick<ProxiedRequest, 'route' | 'fault'> {
		const route = routeOf(this.subject.carrier, request);
		return { route, fault: this.nextFault({ route, effect: request.method === 'GET' ? 'read' : 'write' }) };
	}

	/** What the client saw, with what the carrier did. */
	calls(journal: readonly JournalEntry[]): Call[] {
		const committedById = new Map(journal.map((entry) => [entry.headers[REQUEST_ID_HEADER], entry.committed]));
		return this.all.map(({ fault, ...proxied }, number) => ({
			...proxied,
			committed: committedById.get(String(number)) ?? false,
			...(fault ? { fault: { description: fault.description } } : {}),
		}));
	}
}
