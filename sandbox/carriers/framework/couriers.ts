import type { ScheduledWork } from './clock.types';
import type { SandboxContext } from './context';

export interface CourierOptions {
	/** How often the couriers are moved. Default one minute. */
	stepMs?: number;
	/** `steps`: every live booking moves on at every step (default). `slots`: each step waits for its slot. */
	schedule?: 'steps' | 'slots';
	/** Only this carrier's couriers. Default: all. */
	carrier?: string;
}

export interface Couriers {
	start(options?: CourierOptions): void;
	stop(): void;
	readonly running: boolean;
	/** Moves every live booking on by one step, now. Returns how many moved. */
	step(carrier?: string): number;
}

const MINUTE = 60_000;

/** Runs all carriers' couriers on the sandbox's clock. */
export function createCouriers(context: SandboxContext): Couriers {
	let nextRound: ScheduledWork | undefined;

	const move = (carrier: string | undefined, dueOnly: boolean): number => {
		let moved = 0;
		for (const hosted of context.carriers.values()) {
			if (carrier !== undefined && carrier !== hosted.name) continue;
			for (const { id, dueAt } of hosted.activeBookings()) {
				if (dueOnly && dueAt > context.clock.now()) continue;
				hosted.step(id);
				moved += 1;
			}
		}
		return moved;
	};

	const couriers: Couriers = {
		start(options: CourierOptions = {}) {
			couriers.stop();
			const stepMs = options.stepMs ?? MINUTE;
			if (!(stepMs > 0)) throw new RangeError('stepMs must be above 0');
			const scheduleNext = () => {
				nextRound = context.clock.runAt(context.clock.now() + stepMs, () => {
					scheduleNext();
					move(options.carrier, options.schedule === 'slots');
				});
			};
			scheduleNext();
		},
		stop() {
			nextRound?.cancel();
			nextRound = undefined;
		},
		get running() {
			return nextRound !== undefined;
		},
		step: (carrier) => move(carrier, false),
	};
	return couriers;
}
