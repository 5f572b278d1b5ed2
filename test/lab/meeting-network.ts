import type { SendResult, Transport } from '../../shared/run/ports';
import type { WireRequest } from '../../shared/declare/wire';
import { isBooking, routeOf } from './requests';
import type { CancelFate, MeetingPlan } from './meeting-plan';
import type { Dice } from './seeded-random';
import type { Subject } from './subjects';
import type { VirtualScheduler } from './virtual-scheduler';

/** The longest way to the carrier or back, and the longest that a cancel is under way. */
const MAX_LATENCY_MS = 400;
const MAX_LATE_MS = 15_000;

const unanswered = { noResponse: { delivered: 'maybe' as const, reason: 'the connection was closed' } };
const gatewayPage = {
	response: { status: 404, headers: { 'content-type': 'text/html' }, text: '<html><h1>404 Not Found</h1></html>' },
};

/** What all machines of one meeting share on their way to the carrier. */
export class MeetingNetwork {
	/** Cancels that are still under way when their machine has ended. */
	readonly stragglers: Promise<void>[] = [];
	private cancelCount = 0;

	constructor(
		private readonly plan: MeetingPlan,
		private readonly subject: Subject,
		private readonly scheduler: VirtualScheduler,
		private readonly dice: Dice,
		private readonly carrierTransport: Transport,
		/** A cancel has arrived that this machine sent. */
		private readonly onCancel: (machine: number) => Promise<void>,
	) {}

	/** One machine's way, with a new delay each time. */
	transportOf(machine: number, losesAnswer: boolean): Transport {
		let losesNext = losesAnswer;
		let cancelsToLose = this.plan.lostCancels;
		return {
			...this.carrierTransport,
			send: async (...sent) => {
				const [request] = sent;
				await this.delay();
				if (this.isCancel(request) && this.plan.refusesCancels) return this.refusal();
				if (this.isCancel(request) && cancelsToLose > 0) {
					cancelsToLose -= 1;
					return cancelsToLose % 2 === 0 ? unanswered : gatewayPage;
				}
				const fate = this.isCancel(request) ? this.nextFate() : 'arrives';
				if (fate === 'arrives late' || fate === 'arrives twice') this.sendLater(sent);
				if (fate === 'is lost' || fate === 'arrives late') return unanswered;
				if (fate === 'meets a gateway') return gatewayPage;
				const result = await this.carrierTransport.send(...sent);
				if (this.isCancel(request)) await this.onCancel(machine);
				await this.delay();
				if (fate === 'arrives unanswered') return unanswered;
				if (!losesNext || !isBooking(request)) return result;
				losesNext = false;
				return unanswered;
			},
		};
	}

	private async delay(): Promise<void> {
		await this.scheduler.sleep(10 + this.dice.below(MAX_LATENCY_MS));
	}

	private isCancel(request: WireRequest): boolean {
		return routeOf(this.subject.carrier, request)?.endsWith('.cancel') === true;
	}

	/** In the carrier's own form. */
	private refusal(): SendResult {
		const { status, body } = this.subject.refusal;
		return { response: { status, headers: { 'content-type': 'application/json' }, text: JSON.stringify(body) } };
	}

	private nextFate(): CancelFate {
		this.cancelCount += 1;
		return this.plan.cancels[this.cancelCount - 1] ?? 'arrives';
	}

	private sendLater(sent: Parameters<Transport['send']>): void {
		const delayMs = 500 + this.dice.below(MAX_LATE_MS);
		this.stragglers.push(
			this.scheduler.run(async () => {
				await this.scheduler.sleep(delayMs);
				await this.carrierTransport.send(...sent);
			}),
		);
	}
}
