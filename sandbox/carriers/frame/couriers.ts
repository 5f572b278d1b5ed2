import type { PlannedWork } from './clock.types';
import type { CourierPace, Couriers } from './couriers.types';
import type { House } from './house';

const MINUTE = 60_000;

/** Looks after all carriers' couriers on the sandbox's clock. */
export function makeCouriers(house: House): Couriers {
	let round: PlannedWork | undefined;

	const move = (carrier: string | undefined, dueOnly: boolean): number => {
		let moved = 0;
		for (const resident of house.residents.values()) {
			if (carrier !== undefined && carrier !== resident.name) continue;
			for (const { id, dueAt } of resident.live()) {
				if (dueOnly && dueAt > house.clock.now()) continue;
				resident.step(id);
				moved += 1;
			}
		}
		return moved;
	};

	const couriers: Couriers = {
		start(pace: CourierPace = {}) {
			couriers.stop();
			const stepMs = pace.stepMs ?? MINUTE;
			if (!(stepMs > 0)) throw new RangeError('stepMs must be above 0');
			const plan = () => {
				round = house.clock.at(house.clock.now() + stepMs, () => {
					plan();
					move(pace.carrier, pace.keep === 'slots');
				});
			};
			plan();
		},
		stop() {
			round?.cancel();
			round = undefined;
		},
		get moving() {
			return round !== undefined;
		},
		step: (carrier) => move(carrier, false),
	};
	return couriers;
}
