const { rmSync } = require('node:fs');
const { TestEnvironment } = require('jest-environment-node');

const QUIET_MS = Number(process.env.WAYBILL_QUIET_MS ?? 60_000);
/** A process that computes at least so much of the time is slow, not stuck. */
const IDLE_SHARE = 0.05;
/** The looks are counted, not the time: a machine that stands still for a minute does not look meanwhile. */
const IDLE_LOOKS = 12;

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

	/** The engine's own folder: it goes with its process, but a test file ends without one. */
	async teardown() {
		const folder = this.global.process.env.N8N_USER_FOLDER;
		await super.teardown();
		if (folder !== undefined && folder !== process.env.N8N_USER_FOLDER)
			rmSync(folder, { recursive: true, force: true });
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
				let [lookedAt, cpuBefore, reportedAt] = [startedAt, cpuMs(), startedAt];
				let idleLooks = 0;
				check = setInterval(() => {
					const now = performance.now();
					const computed = cpuMs() - cpuBefore > IDLE_SHARE * (now - lookedAt);
					idleLooks = computed || lastPrinted > lookedAt || hasChildProcess() ? 0 : idleLooks + 1;
					if (idleLooks >= IDLE_LOOKS)
						reject(new Error(`"${nameOf(test)}" is stuck: it printed and did nothing for ${QUIET_MS / 1_000} s`));
					else if (now - Math.max(reportedAt, lastPrinted) >= QUIET_MS) {
						const seconds = Math.round((now - startedAt) / 1_000);
						process.stdout.write(`still running after ${seconds} s: ${nameOf(test)} (${this.file})\n`);
						reportedAt = now;
					}
					[lookedAt, cpuBefore] = [now, cpuMs()];
				}, QUIET_MS / IDLE_LOOKS);
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
