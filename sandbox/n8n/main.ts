import { createSandbox } from '../carriers';
import { given, N8nRest, owner, startServer, storeSandboxCredentials } from '../hosts/n8n-server';
import { firstWorkflow } from './first-workflow';
import { takeHome } from './home';
import { keepPasting } from './pasted-webhooks';
import { importReady, readyWorkflows } from './ready-workflows';
import { timed } from './timed';

const COURIERS_STEP_MS = 20_000;
const USUAL_PORT = 5678;

const print = (line: string) => process.stdout.write(`${line}\n`);

/** Resolves when a person has had enough. */
const asked = new Promise<void>((resolve) => {
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve());
});

async function main(): Promise<void> {
	const installed = given();
	const { home, leave } = takeHome(process.argv.includes('--fresh'));
	const sandbox = createSandbox({ seed: 'n8n', startAt: Date.now() });
	const ends: (() => Promise<void>)[] = [async () => leave(), async () => await sandbox.close()];
	let over = false;
	void asked.then(() => {
		over = true;
	});
	try {
		sandbox.clock.realTime(1);
		sandbox.couriers.start({ stepMs: COURIERS_STEP_MS });
		sandbox.deliverit.settings.push = { kind: 'busy', drivers: 2, tripMinutes: 40 };
		const { urls } = await sandbox.listen();
		const server = await timed(`Starting n8n ${installed.version}`, async () => await startServer(installed, { home, port: USUAL_PORT }));
		ends.push(async () => await timed('Ending n8n', server.stop));
		if (over) return;
		const rest = await N8nRest.open(server.url);
		const credentials = await storeSandboxCredentials(rest, sandbox, urls);
		const bodies = [firstWorkflow, ...readyWorkflows().map(({ body }) => body)];
		const imported = await importReady(rest, bodies, credentials.values());
		print(
			[
				'',
				`  n8n       ${server.url}`,
				`  sign in   ${owner.email}   ${owner.password}`,
				'',
				`1. Open the address and sign in.`,
				`2. Open "${firstWorkflow.name}" and press "Execute workflow": a courier is booked at the sandbox's Cyke.`,
				`3. Double-click a step to see its form, its input and its output.`,
				`4. For a workflow of your own, press "+" and type "courier", "parcel" or a carrier's name.`,
				'',
				`Workflows in it: ${bodies.map(({ name }) => `"${name}"`).join(', ')}${imported.length === 0 ? ' (as you left them)' : ''}.`,
				`Credentials in it: ${[...credentials.values()].map(({ name }) => name).join(', ')}. Couriers take a step every ${COURIERS_STEP_MS / 1_000} seconds.`,
				`Data is kept in ${home}; "npm run n8n -- --fresh" begins anew. Nothing leaves this machine.`,
				'Ctrl+C ends everything.',
				'',
			].join('\n'),
		);
		void keepPasting(rest, sandbox, print, () => over);
		await Promise.race([asked, server.process.whenEnded]);
		if (!over) throw new Error(`n8n ended by itself:\n${server.process.said()}`);
	} finally {
		for (const end of ends.reverse()) await end();
	}
}

void main()
	.then(() => 0)
	.catch((error: unknown) => {
		print(`\nn8n stopped: ${error instanceof Error ? error.message : String(error)}`);
		return 1;
	})
	.then((code) => process.exit(code));
