/** When the samples' slots still lie ahead. Only the date is moved: sockets and timers run as ever. */
export function useSampleClock(): void {
	beforeAll(() => {
		jest.useFakeTimers({
			now: Date.parse('2020-11-09T09:00:00+01:00'),
			advanceTimers: true,
			doNotFake: [
				'hrtime',
				'nextTick',
				'performance',
				'queueMicrotask',
				'setImmediate',
				'clearImmediate',
				'setInterval',
				'clearInterval',
				'setTimeout',
				'clearTimeout',
			],
		});
	});
	afterAll(() => {
		jest.useRealTimers();
	});
}
