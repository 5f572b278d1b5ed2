import type { Moment, ScheduledWork } from './clock.types';

export interface QueuedTask {
	moment: Moment;
	work: () => void | Promise<void>;
}

/** Planned work in order of its moment; equal moments keep the order in which they were planned. */
export class TaskQueue {
	private readonly tasks: QueuedTask[] = [];

	schedule(moment: Moment, work: QueuedTask['work']): ScheduledWork {
		const entry: QueuedTask = { moment, work };
		const laterIndex = this.tasks.findIndex((other) => other.moment > moment);
		this.tasks.splice(laterIndex === -1 ? this.tasks.length : laterIndex, 0, entry);
		return {
			cancel: () => {
				const index = this.tasks.indexOf(entry);
				if (index !== -1) this.tasks.splice(index, 1);
			},
		};
	}

	takeDue(moment: Moment): QueuedTask | undefined {
		const first = this.tasks[0];
		return first !== undefined && first.moment <= moment ? this.tasks.shift() : undefined;
	}

	get next(): Moment | undefined {
		return this.tasks[0]?.moment;
	}
}
