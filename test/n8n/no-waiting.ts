import { clock } from '../../nodes/adapter/process';

/** The carrier's pace and the pauses between tries are the core's matter, and tested there; here nobody waits for them. */
export function useNoWaiting(): void {
	beforeEach(() => {
		jest.spyOn(clock, 'sleep').mockImplementation(async () => await new Promise((resolve) => setImmediate(resolve)));
	});
	afterEach(() => {
		jest.restoreAllMocks();
	});
}
