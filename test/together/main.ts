import { createSandbox, type Sandbox } from '../../sandbox/carriers';
import { typeName, credentialName } from '../../nodes/adapter/names';
import { packageName, packOfAll } from '../../scripts/generate/package-names';
import { fillForm } from '../../sandbox/hosts/n8n/fill-form';
import {
	given,
	itemsOf,
	N8nRest,
	sandboxFields,
	startServer,
	type StoredCredential,
	type WorkflowBody,
} from '../../sandbox/hosts/n8n-server';
import { logProgress } from '../../sandbox/n8n/log-progress';
import { carriers } from '../../shared/registry';
import { subjects, type Subject } from '../lab/subjects';

const print = (line: string) => process.stdout.write(`${line}\n`);

/** The lab's bookings have days of their own; the real n8n has the machine's clock. */
function inputForTomorrow(subject: Subject, reference: string): ReturnType<Subject['input']> {
	const tomorrow = new Date(Date.now() + 24 * 3_600_000).toISOString().slice(0, 10);
	return JSON.parse(JSON.stringify(subject.input(reference)).replace(/20\d\d-\d\d-\d\d(?=T)/g, tomorrow));
}

function workflowOf(node: string, subject: Subject, reference: string, credential: StoredCredential): WorkflowBody {
	const { carrier, action } = subject;
	return {
		name: `${node} books`,
		nodes: [
			{ name: 'Start', type: 'n8n-nodes-base.manualTrigger', typeVersion: 1, position: [0, 0], parameters: {} },
			{
				name: 'Book',
				type: `${node}.${typeName(carrier)}`,
				typeVersion: 1,
				position: [240, 0],
				parameters: {
					...(carrier.connection.oauth ? { authentication: 'accessToken' } : {}),
					...fillForm(action, inputForTomorrow(subject, reference)),
				},
				credentials: { [credentialName(carrier)]: { id: credential.id, name: credential.name } },
			},
		],
		connections: { Start: { main: [[{ node: 'Book', type: 'main', index: 0 }]] } },
	};
}

async function book(
	rest: N8nRest,
	sandbox: Sandbox,
	node: string,
	subject: Subject,
	credential: StoredCredential,
): Promise<string | undefined> {
	const reference = `T-${node}-${subject.carrier.id}`.slice(0, 40);
	const workflow = await rest.createWorkflow(workflowOf(node, subject, reference, credential));
	const { execution, run } = await rest.run(workflow.id, 'Start');
	if (execution.status !== 'success') return run.error?.message ?? `the execution ended as ${execution.status}`;
	const [item] = itemsOf(run, 'Book');
	const active = subject.activeIds(sandbox, reference);
	return item !== undefined && active.length === 1 ? undefined : `the carrier has ${active.length} bookings`;
}

async function main(): Promise<number> {
	const sandbox = createSandbox({ seed: 'together', startAt: Date.now() });
	sandbox.clock.realTime(1);
	const { urls } = await sandbox.listen();
	const installation = given();
	const server = await logProgress(
		`Starting n8n ${installation.version} with ${installation.tarballs.length} packages`,
		async () => await startServer(installation),
	);
	let failed = 0;
	let passed = 0;
	try {
		const rest = await N8nRest.connect(server.url);
		for (const { id } of carriers) {
			const subject = subjects.find(({ carrier }) => carrier.id === id);
			if (!subject) continue;
			const { carrier, connection } = subject;
			// A booking may need another account than the one that people try the carrier with.
			const fields = { ...sandboxFields(carrier, sandbox, urls), ...connection };
			const credential = await rest.storeCredential(carrier.title, credentialName(carrier), fields);
			for (const node of [packOfAll, packageName(carrier)]) {
				const problem = await book(rest, sandbox, node, subject, credential);
				if (problem === undefined) passed += 1;
				else failed += 1;
				print(`${problem === undefined ? '✓' : '✗'} ${node}: ${subject.action.title}${problem ? `: ${problem}` : ''}`);
			}
		}
	} finally {
		await server.stop();
		await sandbox.close();
	}
	print(`${passed} passed, ${failed} failed`);
	return failed === 0 && passed > 0 ? 0 : 1;
}

void main()
	.catch((error: unknown) => {
		print(error instanceof Error ? (error.stack ?? error.message) : String(error));
		return 1;
	})
	.then((code) => process.exit(code));
