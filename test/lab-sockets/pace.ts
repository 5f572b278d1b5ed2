import type { Clock } from '../../sandbox/carriers';

/**
 * Moves the clocks of all stories under way, as many times as fast as real time as `stepMs` says, at most. The clock of a
 * story stands still while one of its requests is on the move, so that none is late only because the machine is slow.
 */
export class Pace {
	/** `stepMs`: milliseconds that pass in a step, which takes one at least and leaves the event loop several rounds. */
	constructor(private readonly stepMs: number) {}

	/** `hung` never resolves, and rejects when a request is not brought on any more. */
	join(clock: Clock, requests: { onTheMove: boolean; hanging: string | undefined }): { leave(): void; hung: Promise<never> } {
		let going = true;
		const keep = async (): Promise<void> => {
			while (going) {
				if (requests.hanging !== undefined) throw new Error(requests.hanging);
				if (!requests.onTheMove) await clock.advance(this.stepMs);
				await new Promise((resolve) => setTimeout(resolve, 1));
			}
		};
		const hung = new Promise<never>((_resolve, reject) => void keep().catch(reject));
		return {
			hung,
			leave: () => {
				going = false;
			},
		};
	}
}
