import {
	launch,
	freePort,
	N8nRest,
	startServer,
	until,
	type Given,
	type N8nProcess,
	type N8nServer,
} from '../../sandbox/hosts/n8n-server';

/** A dead worker's job is given up after this long rather than after a minute. A busy machine still holds its locks. */
const LOCK_MS = 20_000;

export interface Worker {
	name: string;
	process: N8nProcess;
}

/** One n8n in queue mode: a main process, and workers that take its jobs from Redis. */
export interface Cluster {
	readonly url: string;
	readonly rest: N8nRest;
	readonly workers: readonly Worker[];
	/** The worker that has taken an execution, as far as it has reported it. */
	workerOf(executionId: string): Worker | undefined;
	/** Ends a worker as a power cut would, and starts another in its place. */
	replaceKilledWorker(worker: Worker): Promise<void>;
	/** Ends the main process, does something while it is away, and starts it again. */
	restartMain(signal: 'stop' | 'kill', whileDown: () => void): Promise<void>;
	stop(): Promise<void>;
}

const settings = (redisPort: number, database: Readonly<Record<string, string>>): Record<string, string> => ({
	...database,
	EXECUTIONS_MODE: 'queue',
	QUEUE_BULL_REDIS_HOST: '127.0.0.1',
	QUEUE_BULL_REDIS_PORT: String(redisPort),
	OFFLOAD_MANUAL_EXECUTIONS_TO_WORKERS: 'true',
	QUEUE_WORKER_LOCK_DURATION: String(LOCK_MS),
	QUEUE_WORKER_LOCK_RENEW_TIME: String(LOCK_MS / 5),
	QUEUE_WORKER_STALLED_INTERVAL: String(LOCK_MS / 4),
	N8N_LOG_LEVEL: 'info',
});

const MOST_STARTS = 3;

export async function startCluster(
	installation: Given,
	home: string,
	redisPort: number,
	database: Readonly<Record<string, string>>,
): Promise<Cluster> {
	const env = settings(redisPort, database);
	let main: N8nServer = await startServer(installation, { home, env });
	const port = Number(new URL(main.url).port);
	const workers: Worker[] = [];
	let rest = await N8nRest.connect(main.url);

	/** One job at a time each: two jobs at once are then in two processes for certain. */
	const tryWorker = async (name: string): Promise<Worker> => {
		const health = await freePort();
		const workerEnv = {
			...env,
			QUEUE_HEALTH_CHECK_ACTIVE: 'true',
			QUEUE_HEALTH_CHECK_PORT: String(health),
			N8N_WORKER_SERVER_ADDRESS: '127.0.0.1',
		};
		const workerProcess = launch(
			installation,
			['worker', '--concurrency=1'],
			{ home, port, brokerPort: await freePort() },
			workerEnv,
		);
		await until(`${name} to be ready`, async () => {
			if (workerProcess.exitStatus() !== undefined)
				throw new Error(`${name} ended while it started:\n${workerProcess.output()}`);
			return (await fetch(`http://127.0.0.1:${health}/healthz/readiness`).catch(() => undefined))?.ok;
		});
		return { name, process: workerProcess };
	};
	/** Another program may take a port between our look and n8n's. */
	const startWorker = async (name: string): Promise<Worker> => {
		for (let tries = 1; ; tries += 1)
			try {
				return await tryWorker(name);
			} catch (error) {
				if (tries === MOST_STARTS || !String(error).includes('already in use')) throw error;
			}
	};
	const stop = async () => {
		await main.stop();
		await Promise.all(workers.map(async (worker) => await worker.process.stop()));
	};
	try {
		workers.push(...(await Promise.all(['worker 1', 'worker 2'].map(startWorker))));
	} catch (error) {
		await stop();
		throw error;
	}
	return {
		url: main.url,
		workers,
		get rest() {
			return rest;
		},
		workerOf: (executionId) =>
			workers.find((worker) => worker.process.output().includes(`started execution ${executionId} `)),
		replaceKilledWorker: async (worker) => {
			await worker.process.kill();
			workers.splice(workers.indexOf(worker), 1, await startWorker(worker.name));
		},
		restartMain: async (signal, whileDown) => {
			await main.process[signal]();
			whileDown();
			main = await startServer(installation, { home, port, env });
			rest = await N8nRest.connect(main.url);
		},
		stop,
	};
}
