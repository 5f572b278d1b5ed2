import { createSandbox } from '../../sandbox/carriers';
import { planScenario } from '../lab/scenario-plan';
import { accessFor, noDefect, runScenario, type Defect } from '../lab/scenario';
import type { ScenarioResult } from '../lab/scenario-result';
import { seedOf, type ScenarioKey } from '../lab/subjects';
import { ProxiedRequests } from './proxied-requests';
import { anyProxyFault } from './any-proxy-fault';
import { ClockPacer } from './clock-pacer';
import { openProxy } from './proxy';
import { openTransport } from './transport';

const pacer = new ClockPacer(100);

/** Plays one scenario over real sockets. */
export async function runOverSockets(key: ScenarioKey, defect: Defect = noDefect): Promise<ScenarioResult> {
	const { subject } = key;
	const seed = seedOf(key);
	const plan = planScenario(seed, anyProxyFault);
	const sandbox = createSandbox({ seed });
	const { urls } = await sandbox.listen();
	const { clock } = sandbox;
	const sleep = async (ms: number) => await clock.sleep(ms);
	const requests = new ProxiedRequests(plan, subject);
	const upstream = Object.entries(urls).find(([carrier]) => carrier === subject.carrier.id)?.[1] ?? '';
	const proxy = await openProxy(upstream, requests, sleep);
	const pacerEntry = pacer.join(clock, requests);
	const environment = {
		sandbox,
		clock: { now: clock.now, sleep },
		access: accessFor(subject, { environment: 'other', base_url: proxy.url }),
		openTransport: () => openTransport(requests, clock),
		calls: () => requests.calls(sandbox.journal.entries),
		async close() {
			pacerEntry.leave();
			await proxy.close();
			await sandbox.close();
		},
	};
	return await Promise.race([runScenario(plan, subject, environment, defect), pacerEntry.stalled]);
}
