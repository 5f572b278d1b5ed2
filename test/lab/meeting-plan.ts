import type { LookUpLag } from '../../sandbox/carriers';
import type { BookingSettings } from '../../shared/run/booking-settings';
import { Dice } from './seeded-random';

/** How processes of hosts meet at one reference. */
export interface MeetingSettings {
	onDuplicate: BookingSettings['onDuplicate'];
	/** How far look-ups lag behind, in milliseconds. */
	lag: LookUpLag;
	/** Two or three if it is left out. */
	machines?: 2 | 3;
	/** The carrier refuses every cancel: it is too late for one. */
	refusesCancels?: boolean;
	/** Machines die, cancels come late or twice, the carrier's clocks differ, a person cancels as well. */
	isHard?: boolean;
}

export interface Machine {
	startsAt: number;
	/** The answer to its first booking never arrives. */
	losesAnswer: boolean;
	/** It dies at that port call, and starts again that much later, if ever. */
	diesAt?: number;
	restartsAfter?: number;
}

/** What becomes of a cancel on its way. Without an answer, the machine does not know. */
export type CancelFate =
	| 'arrives'
	| 'is lost'
	| 'arrives unanswered'
	| 'arrives late'
	| 'arrives twice'
	| 'meets a gateway';

export interface MeetingPlan extends MeetingSettings {
	seed: number;
	fleet: readonly Machine[];
	cancels: readonly CancelFate[];
	/** So many of each machine's first cancels are lost: more than one cancel sends by itself, fewer than two do. */
	lostCancels: number;
	clockSkewMs: number;
	/** Two live bookings of the reference stand there already, made on purpose, minutes apart. */
	hasExisting: boolean;
	/** A person cancels the booking that is left, in the moment of the first cancel. */
	personCancels: boolean;
}

/** Milliseconds within which all of them start. */
export const WITHIN_MS = 1_000;
const CALLS_OF_A_RUN = 36;

const LOST_CANCELS = 5;

const calm = { cancels: [], lostCancels: 0, clockSkewMs: 0, hasExisting: false, personCancels: false };

export function planMeeting(seed: number, settings: MeetingSettings): MeetingPlan {
	const dice = new Dice(seed);
	const count = settings.machines ?? (dice.chance(settings.isHard ? 0.5 : 0.2) ? 3 : 2);
	const machines = Array.from(
		{ length: count },
		(): Machine => ({ startsAt: dice.below(WITHIN_MS), losesAnswer: dice.chance(0.1) }),
	);
	if (!settings.isHard) return { ...settings, ...calm, seed, fleet: machines };
	const variant = dice.pick([
		'deaths',
		'deaths',
		'deaths',
		'cancels',
		'cancels',
		'lost cancels',
		'existing',
		'person',
	] as const);
	return {
		...settings,
		...calm,
		seed,
		fleet:
			variant === 'deaths'
				? machines.map((machine) =>
						dice.chance(0.5)
							? {
									...machine,
									diesAt: dice.below(CALLS_OF_A_RUN),
									restartsAfter: dice.chance(0.6) ? 5_000 + dice.below(4_000) : undefined,
								}
							: machine,
					)
				: machines,
		cancels:
			variant === 'cancels'
				? Array.from({ length: 12 }, () =>
						dice.pick<CancelFate>([
							'arrives',
							'is lost',
							'arrives unanswered',
							'arrives late',
							'arrives twice',
							'meets a gateway',
						]),
					)
				: [],
		lostCancels: variant === 'lost cancels' ? LOST_CANCELS : 0,
		clockSkewMs: dice.chance(0.4) ? 1_500 : 0,
		hasExisting: variant === 'existing',
		personCancels: variant === 'person',
	};
}
