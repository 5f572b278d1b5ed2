import { credentialName } from '../../nodes/adapter/names';
import type { WorkflowBody } from '../../sandbox/hosts/n8n-server';
import { firstWorkflow } from '../../sandbox/n8n/first-workflow';
import { importReady, readyWorkflows } from '../../sandbox/n8n/ready-workflows';
import { carriers } from '../../shared/registry';

const stored = carriers.map((carrier) => ({
	id: `${carrier.id}-stored`,
	name: `${carrier.title} (sandbox)`,
	type: credentialName(carrier),
}));
const types = stored.map(({ type }) => type);

/** An n8n that has these workflows, and keeps what is imported. */
function n8nWith(names: readonly string[]) {
	const created: WorkflowBody[] = [];
	return {
		created,
		workflows: async () => names.map((name) => ({ id: name, name })),
		createWorkflow: async (body: WorkflowBody) => {
			created.push(body);
			return { ...body, id: body.name, versionId: '1' };
		},
	};
}

const bodies = [...readyWorkflows().map(({ body }) => body), firstWorkflow];
const entriesOf = (body: WorkflowBody) => body.nodes.flatMap(({ credentials = {} }) => Object.entries(credentials));

test('every workflow that is imported has the stored credential of each carrier in it', async () => {
	const n8n = n8nWith([]);
	await importReady(n8n, bodies, stored);
	expect(n8n.created.map(({ name }) => name)).toEqual(bodies.map(({ name }) => name));
	for (const [at, body] of n8n.created.entries()) {
		const wanted = entriesOf(bodies[at] ?? firstWorkflow).filter(([type]) => types.includes(type));
		expect(wanted.length).toBeGreaterThan(0);
		expect(entriesOf(body).map(([type, { id }]) => [type, id])).toEqual(
			wanted.map(([type]) => [type, stored.find((each) => each.type === type)?.id]),
		);
	}
});

test('a workflow that is there already is left alone', async () => {
	const n8n = n8nWith([firstWorkflow.name]);
	await importReady(n8n, bodies, stored);
	expect(n8n.created.map(({ name }) => name)).not.toContain(firstWorkflow.name);
});
