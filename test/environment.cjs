const { TestEnvironment } = require('jest-environment-node');

const QUIET_MS = Number(process.env.WAYBILL_QUIET_MS ?? 60_000);
/** A process that computes at least so much of the time is slow, not stuck. */
const IDLE_SHARE = 0.05;

let lastPrinted = performance.now();
for (const stream of [process.stdout, process.stderr]) {
	const write = stream.write.bind(stream);
	stream.write = (...args) => {
		lastPrinted = performance.now();
		return write(...args);
	};
}

const cpuMs = () => {
	const { user, system } = process.cpuUsage();
	return (user + system) / 1_000;
};
const hasChildProcess = () => process.getActiveResourcesInfo().includes('ProcessWrap');

const nameOf = (test) => (test.parent?.parent ? `${nameOf(test.parent)} ${test.name}` : test.name);

/**
 * A test that prints nothing for a minute fails at once with its name, when nothing computes for it either. While this
 * process or a child of it works, the name is printed each minute instead: a slow machine makes no test fail.
 */
class WatchedEnvironment extends TestEnvironment {
	constructor(config, context) {
		super(config, context);
		this.file = context.testPath;
	}

	async handleTestEvent(event) {
		if (event.name !== 'test_start') return;
		const { test } = event;
		const { fn } = test;
		// A test that takes `done` reports its end by that; none of the project's does.
		if (!fn || fn.length > 0) return;
		test.fn = async () => {
			let check;
			const stuck = new Promise((_resolve, reject) => {
				const startedAt = performance.now();
				let since = startedAt;
				let cpuSince = cpuMs();
				check = setInterval(() => {
					const now = performance.now();
					if (now - Math.max(since, lastPrinted) < QUIET_MS) {
						if (lastPrinted > since) [since, cpuSince] = [lastPrinted, cpuMs()];
						return;
					}
					const busy = hasChildProcess() || cpuMs() - cpuSince > IDLE_SHARE * (now - since);
					const seconds = Math.round((now - startedAt) / 1_000);
					if (!busy)
						reject(new Error(`"${nameOf(test)}" is stuck: it printed and did nothing for ${QUIET_MS / 1_000} s`));
					else process.stdout.write(`still running after ${seconds} s: ${nameOf(test)} (${this.file})\n`);
					[since, cpuSince] = [now, cpuMs()];
				}, QUIET_MS / 12);
			});
			try {
				return await Promise.race([fn(), stuck]);
			} finally {
				clearInterval(check);
			}
		};
	}
}

module.exports = WatchedEnvironment;
