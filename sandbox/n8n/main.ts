import { createSandbox } from '../carriers';
import { carriers } from '../../shared/registry';
import { given, N8nRest, owner, startServer, storeSandboxCredentials, type WorkflowBody } from '../hosts/n8n-server';
import { firstWorkflow } from './first-workflow';
import { acquireHome } from './home-folder';
import { watchWebhooks } from './register-webhooks';
import { importReady, readyWorkflows, singleTemplates } from './ready-workflows';
import { logProgress } from './log-progress';

const COURIERS_STEP_MS = 20_000;
const DEFAULT_PORT = 5678;

const print = (line: string) => process.stdout.write(`${line}\n`);

/** Resolves when the user stops it. */
const stopRequested = new Promise<void>((resolve) => {
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve());
});

/** With --single, those for the packages of one carrier: the same names would be taken for what is there already. */
function workflowBodies(single: boolean): WorkflowBody[] {
	const ready = readyWorkflows(single ? singleTemplates : undefined).map(({ body }) => body);
	// n8n lists the newest first.
	return [
		...(single ? ready.map((body) => ({ ...body, name: `${body.name} (single packages)` })) : ready),
		firstWorkflow,
	];
}

/** Where a person begins. n8n itself begins with a page about its assistant, which says nothing of workflows. */
async function startPage(rest: N8nRest): Promise<string> {
	const first = (await rest.workflows()).find(({ name }) => name === firstWorkflow.name);
	return first === undefined ? `${rest.url}/home/workflows` : `${rest.url}/workflow/${first.id}`;
}

async function main(): Promise<void> {
	const installation = given();
	const { home, release } = acquireHome(process.argv.includes('--fresh'));
	const sandbox = createSandbox({ seed: 'n8n', startAt: Date.now() });
	const cleanups: (() => Promise<void>)[] = [async () => release(), async () => await sandbox.close()];
	let isStopping = false;
	void stopRequested.then(() => {
		isStopping = true;
	});
	try {
		sandbox.clock.realTime(1);
		sandbox.couriers.start({ stepMs: COURIERS_STEP_MS });
		for (const { id } of carriers) sandbox.carrier(id).showcase();
		const { urls } = await sandbox.listen();
		const server = await logProgress(
			`Starting n8n ${installation.version}`,
			async () => await startServer(installation, { home, port: DEFAULT_PORT }),
		);
		cleanups.push(async () => await logProgress('Ending n8n', server.stop));
		if (isStopping) return;
		const rest = await N8nRest.connect(server.url);
		const credentials = await storeSandboxCredentials(rest, sandbox, urls);
		const bodies = workflowBodies(process.argv.includes('--single'));
		const imported = await importReady(rest, bodies, [...credentials.values()]);
		print(
			[
				'',
				`  n8n       ${await startPage(rest)}`,
				`  sign in   ${owner.email}   ${owner.password}`,
				'',
				`1. Open the address and sign in: you are in the workflow "${firstWorkflow.name}".`,
				`2. Press "Execute workflow": a courier is booked at the sandbox's Cyke.`,
				`3. Double-click a step to see its form, its input and its output.`,
				`4. The house on the left leads to the other workflows. Their shops' steps wait for an account of a shop of yours.`,
				`5. For a workflow of your own, press "+" and type "courier", "parcel" or a carrier's name.`,
				'',
				`Workflows in it: ${bodies.map(({ name }) => `"${name}"`).join(', ')}${imported.length === 0 ? ' (as you left them)' : ''}.`,
				`Credentials in it: ${[...credentials.values()].map(({ name }) => name).join(', ')}. Couriers take a step every ${COURIERS_STEP_MS / 1_000} seconds.`,
				`Data is kept in ${home}; "npm run n8n -- --fresh" begins anew. Nothing leaves this machine.`,
				'Ctrl+C ends everything.',
				'',
			].join('\n'),
		);
		void watchWebhooks(rest, sandbox, print, () => isStopping);
		await Promise.race([stopRequested, server.process.exited]);
		if (!isStopping) throw new Error(`n8n ended by itself:\n${server.process.output()}`);
	} finally {
		for (const cleanup of cleanups.reverse()) await cleanup();
	}
}

void main()
	.then(() => 0)
	.catch((error: unknown) => {
		print(`\nn8n stopped: ${error instanceof Error ? error.message : String(error)}`);
		return 1;
	})
	.then((code) => process.exit(code));
