import type { Moment, PlannedWork } from './clock.types';

export interface Due {
	moment: Moment;
	work: () => void | Promise<void>;
}

/** Planned work in order of its moment; equal moments keep the order in which they were planned. */
export class Agenda {
	private readonly due: Due[] = [];

	plan(moment: Moment, work: Due['work']): PlannedWork {
		const entry: Due = { moment, work };
		const later = this.due.findIndex((other) => other.moment > moment);
		this.due.splice(later === -1 ? this.due.length : later, 0, entry);
		return {
			cancel: () => {
				const place = this.due.indexOf(entry);
				if (place !== -1) this.due.splice(place, 1);
			},
		};
	}

	takeUntil(moment: Moment): Due | undefined {
		const first = this.due[0];
		return first !== undefined && first.moment <= moment ? this.due.shift() : undefined;
	}

	get next(): Moment | undefined {
		return this.due[0]?.moment;
	}
}
