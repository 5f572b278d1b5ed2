import type { IDataObject, INode } from 'n8n-workflow';

import { createSandbox, type Sandbox } from '../../sandbox/carriers';
import { createN8n, PACKAGE, type N8n, type Poller, type StandIn, type WorkflowFile } from '../../sandbox/hosts/n8n';
import { parcel } from '../sandbox/cubyn-client';
import { accountsAt } from './accounts';
import { failingStub, mayFail } from './failing-step';
import { withoutPauses } from './files';
import { flowStub } from './node-stubs';
import { noTrouble, packagesOf } from './shop-workflow';

export const MOVED = 'Parcel moved';
const NIGHT = 'Every night';
const DAY_MS = 24 * 3_600_000;
const pdf = {
	data: Buffer.from('%PDF-1.4 invoice').toString('base64'),
	mimeType: 'application/pdf',
	fileName: 'invoice.pdf',
};

type Trouble = (name: string) => boolean;
type End = 'CARRIER_DELIVERED' | 'CARRIER_EXCEPTION' | 'CARRIER_RETURN_RECEIVED';

/** The ready workflow for claims on n8n's engine, between the carrier of the parcels and the shop's invoices. */
export class ClaimsWorkflow {
	private constructor(
		private readonly file: WorkflowFile,
		readonly sandbox: Sandbox,
		readonly n8n: N8n,
		private readonly poller: Poller,
	) {}

	readonly mails: string[] = [];
	/** Orders whose invoice the shop does not have. */
	readonly withoutInvoice: string[] = [];

	static async start(file: WorkflowFile): Promise<ClaimsWorkflow> {
		const sandbox = createSandbox({ seed: 'templates', startAt: Date.now() });
		const { urls } = await sandbox.listen();
		const accounts = accountsAt(urls);
		const cubynApi = { ...accounts.cubynApi, api_key: 'CubynSandboxKey0001' };
		const n8n = await createN8n({ credentials: { cubynApi }, sources: packagesOf(file) });
		const parameters = file.nodes.find(({ name }) => name === MOVED)?.parameters;
		const poller = n8n.poller({ type: `${PACKAGE}.cubynTrigger`, name: MOVED, parameters });
		await poller.poll();
		return new ClaimsWorkflow(file, sandbox, n8n, poller);
	}

	/** The shop's invoices, and mails. */
	private outsideStub(node: INode, trouble: Trouble): StandIn {
		const { mails, withoutInvoice } = this;
		return {
			async execute() {
				const out = this.getInputData().map((item, index) => {
					const field = (name: string) => String(this.getNodeParameter(name, index));
					const pairedItem = { item: index };
					const isDown = trouble(node.name);
					const isGone = node.type.endsWith('.httpRequest') && withoutInvoice.some((each) => field('url').includes(each));
					if (isDown || isGone) return { json: { error: isDown ? `${node.name} is down` : '404 Not Found' }, pairedItem };
					if (node.type.endsWith('.httpRequest')) return { json: {}, binary: { data: pdf }, pairedItem };
					if (node.type.endsWith('.emailSend')) mails.push(`${field('subject')}\n${field('text')}`);
					return { ...item, pairedItem };
				});
				return [out];
			},
		};
	}

	async run(
		from: string,
		items: readonly IDataObject[],
		trouble: Trouble = noTrouble,
		failing: readonly string[] = [],
	): Promise<void> {
		const stubFor = (node: INode) =>
			flowStub(node) ?? failingStub(node, this.n8n, trouble) ?? this.outsideStub(node, trouble);
		const ours = this.file.nodes.filter(({ type }) => type.endsWith('.cubyn')).map(({ name }) => name);
		const file = withoutPauses(
			mayFail(
				this.file,
				failing.filter((name) => ours.includes(name)),
			),
		);
		const { status, error } = await this.n8n.runFile(file, from, [...items], stubFor);
		expect([status, error]).toEqual(['success', undefined]);
	}

	async wait(days: number): Promise<void> {
		jest.setSystemTime(Date.now() + days * DAY_MS);
		await this.sandbox.clock.advance(Date.now() - this.sandbox.clock.now());
	}

	ship(reference: string): number {
		const { cubyn } = this.sandbox;
		const { id } = cubyn.book({ ...parcel, orderRef: reference });
		for (const status of ['PICKED', 'SHIPPED', 'CARRIER_IN_TRANSIT'] as const)
			cubyn.setStatus(id, status, { force: true });
		return id;
	}

	end(id: number, status: End): void {
		this.sandbox.cubyn.setStatus(id, status, { force: true });
	}

	/** What the trigger emits starts the workflow. */
	async moved(trouble: Trouble = noTrouble, failing: readonly string[] = []): Promise<IDataObject[]> {
		const items = (await this.poller.poll()).map(({ json }) => json);
		if (items.length > 0) await this.run(MOVED, items, trouble, failing);
		return items;
	}

	async night(trouble?: Trouble, failing?: readonly string[]): Promise<void> {
		await this.run(NIGHT, [{}], trouble, failing);
	}

	claims(): [type: string, parcel: string][] {
		return this.sandbox.cubyn.claims
			.map(({ input }): [string, string] => [input.type, String(input.entityId)])
			.sort();
	}
}
