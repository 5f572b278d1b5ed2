import { createSandbox } from '../../sandbox/carriers';
import { planOf } from '../lab/plan';
import { accessFor, intact, play, subjectOf, type Breaking, type Story } from '../lab/scenario';
import { allSubjects } from '../lab/subjects';
import { Crossings } from './crossings';
import { anyStrike } from './draw';
import { Pace } from './pace';
import { openProxy } from './proxy';
import { openWire } from './wire';

const pace = new Pace(100);

/** Tells one story from its seed, over real sockets. */
export async function tellOverSockets(seed: number, breaking: Breaking = intact): Promise<Story> {
	const plan = planOf(seed, allSubjects.length, anyStrike);
	const subject = subjectOf(plan, allSubjects);
	const sandbox = createSandbox({ seed });
	const { urls } = await sandbox.listen();
	const { clock } = sandbox;
	const sleep = async (ms: number) => await clock.sleep(ms);
	const crossings = new Crossings(plan, subject.routes);
	const upstream = Object.entries(urls).find(([carrier]) => carrier === subject.carrier.id)?.[1] ?? '';
	const proxy = await openProxy(upstream, crossings, sleep);
	const pacing = pace.join(clock, crossings);
	const stage = {
		sandbox,
		clock: { now: clock.now, sleep },
		access: accessFor(subject, { environment: 'other', base_url: proxy.url }),
		openWire: () => openWire(crossings, clock),
		calls: () => crossings.calls(sandbox.journal.entries),
		async close() {
			pacing.leave();
			await proxy.close();
			await sandbox.close();
		},
	};
	return await Promise.race([play(plan, subject, stage, breaking), pacing.hung]);
}
