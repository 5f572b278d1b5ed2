import { createSandbox, type Fault, type Sandbox } from '../../sandbox/carriers';
import { anyFault, planOf, type Plan } from '../lab/plan';
import { Dice } from '../lab/random';
import { subjectOf } from '../lab/scenario';
import { subjects, type Subject } from '../lab/subjects';
import type { Host } from './host';
import { judgeRounds, type HostStory, type PlayedRound } from './judge';
import { traffic } from './pace';

const sleep = async (ms: number) => await new Promise((resolve) => setTimeout(resolve, ms));

function scheduleFaults(sandbox: Sandbox, plan: Plan<Fault>, { routes }: Subject): void {
	const left: Record<string, (Fault | undefined)[]> = { [routes.create]: [...plan.creates], [routes.lookUp]: [...plan.lookUps] };
	sandbox.faults.use({ next: ({ route }) => left[route ?? '']?.shift() });
}

/** A carrier of its own for each story, on real sockets. */
function openCarrier(plan: Plan<Fault>, subject: Subject): Sandbox {
	const sandbox = createSandbox({ seed: plan.seed, startAt: Date.now() });
	sandbox.clock.realTime(1);
	sandbox.cubyn.settings.cancellationMs = 1_000;
	sandbox.cyke.settings.lookUpLag = plan.lag;
	sandbox.cubyn.settings.lookUpLag = plan.lag;
	sandbox.deliverit.settings.lookUpLag = plan.lag;
	scheduleFaults(sandbox, plan, subject);
	traffic.heed(sandbox.journal);
	return sandbox;
}

/** Tells one story from its seed, on a host. */
export async function tellOn(host: Host, seed: number): Promise<HostStory> {
	const plan = planOf(seed, subjects.length, anyFault);
	const subject = subjectOf(plan, subjects);
	const sandbox = openCarrier(plan, subject);
	const { urls } = await sandbox.listen();
	const url = Object.entries(urls).find(([carrier]) => carrier === subject.carrier.id)?.[1] ?? '';
	const made = (pattern: RegExp) => pattern.exec(sandbox.journal.entries.map(({ body, query }) => JSON.stringify([body, query])).join('\n'))?.[0];
	const calls = sandbox.journal.entries;
	try {
		const session = await host.open({ seed, subject, dice: new Dice(seed ^ 0x5eed), url, made });
		const rounds: PlayedRound[] = [];
		for (const { after } of plan.runs.slice(0, session.runs)) {
			await sleep(after);
			const from = calls.length;
			const began = Date.now();
			const round = await session.run();
			rounds.push({ ...round, after, from, to: calls.length, took: host.hurried ? Date.now() - began : 0, live: subject.references(sandbox) });
		}
		await session.close();
		const told = { host: host.name, says: session.says, plan, subject, rounds, calls: [...calls], said: session.said() };
		return judgeRounds(told, (reference) => subject.live(sandbox, reference));
	} finally {
		await sandbox.close();
	}
}
