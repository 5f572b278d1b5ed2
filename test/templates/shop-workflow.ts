import type { IDataObject, INode } from 'n8n-workflow';

import { createSandbox, type Sandbox } from '../../sandbox/carriers';
import { createN8n, PACKAGE, type N8n, type NodeSpec, type StandIn, type WorkflowFile } from '../../sandbox/hosts/n8n';
import { accountsAt } from './accounts';
import { withoutPauses } from './files';
import { flowStub } from './node-stubs';
import { shopStub } from './shop-stub';

export const ORDER = 'Order changed';
export const CLOCK = 'Every quarter of an hour';
export const NEWS = 'Cyke: delivery moved';

/** The pack, by which a test books and polls, and the single packages whose nodes a workflow has. */
export const packagesOf = ({ nodes }: WorkflowFile): string[] => [
	'.',
	...new Set(
		nodes
			.map(({ type }) => type.slice(0, type.indexOf('.')))
			.filter((name) => name !== PACKAGE && name !== 'n8n-nodes-base')
			.map((name) => `packages/${name}`),
	),
];

/** As much of a shop as a ready workflow sees. */
export interface ShopStandIn {
	answer(node: INode, fields: IDataObject): IDataObject[] | undefined;
}

export const noTrouble = () => false;

/** A ready workflow on n8n's engine, between an embedded carrier and a shop. */
export class ShopWorkflow {
	private constructor(
		readonly file: WorkflowFile,
		readonly shop: ShopStandIn,
		readonly sandbox: Sandbox,
		private readonly n8n: N8n,
	) {}

	static async start(file: WorkflowFile, shop: ShopStandIn, token?: string): Promise<ShopWorkflow> {
		const sandbox = createSandbox({ seed: 'shop orders', startAt: Date.now() });
		const { urls } = await sandbox.listen();
		const accounts = accountsAt(urls);
		const credentials = { ...accounts, cykeApi: { ...accounts.cykeApi, ...(token === undefined ? {} : { token }) } };
		return new ShopWorkflow(file, shop, sandbox, await createN8n({ credentials, sources: packagesOf(file) }));
	}

	/** Mails with buttons, and what a person presses in them. */
	readonly questions: string[] = [];
	approves = true;
	/** What happens until that person presses. */
	meanwhile: () => void = () => undefined;
	/** Rows of each sheet that was made. */
	readonly sheets: IDataObject[][] = [];

	private answer(node: INode, fields: IDataObject): IDataObject[] | undefined {
		if (fields.operation !== 'sendAndWait') return this.shop.answer(node, fields);
		this.questions.push(String(fields.message));
		this.meanwhile();
		return [{ data: { approved: this.approves } }];
	}

	/** Convert to File: one file of all items. */
	private sheetStub(node: INode): StandIn | undefined {
		if (node.type !== 'n8n-nodes-base.convertToFile') return undefined;
		const { sheets } = this;
		return {
			async execute() {
				const items = this.getInputData();
				sheets.push(items.map(({ json }) => json));
				const data = { data: '', mimeType: 'text/csv', fileName: 'couriers.csv' };
				return [[{ json: {}, binary: { data }, pairedItem: items.map((_, item) => ({ item })) }]];
			},
		};
	}

	/** Runs one step by itself, as any workflow before may have done. */
	async step(item: IDataObject, node: NodeSpec): Promise<IDataObject> {
		const { error, items } = await this.n8n.run([item], node);
		if (error) throw error;
		return items[0]?.json ?? {};
	}

	async book(order: IDataObject, prefix: string, carrier = 'cyke', overridesFields = {}): Promise<void> {
		const parameters = {
			carrier,
			operation: 'book',
			order: '={{ $json }}',
			reference_prefix: prefix,
			parcelsFields: { weight_kg: 5, volume_dm3: 20 },
			overridesFields,
		};
		await this.step(order, { type: `${PACKAGE}.waybill`, parameters });
	}

	/** `trouble` says whether this call of a step fails. */
	async run(trigger: string, items: IDataObject[], trouble: (name: string) => boolean = noTrouble) {
		const answer: ShopStandIn['answer'] = (node, fields) => this.answer(node, fields);
		const stubFor = (node: INode) => flowStub(node) ?? this.sheetStub(node) ?? shopStub(node, answer, trouble);
		return await this.n8n.runFile(withoutPauses(this.file), trigger, items, stubFor);
	}

	/** The carrier's clock and ours are one. */
	async wait(ms: number): Promise<void> {
		jest.setSystemTime(Date.now() + ms);
		await this.sandbox.clock.advance(Date.now() - this.sandbox.clock.now());
	}

	/** References of the deliveries that a courier has or will have. */
	live(): string[] {
		const isOver = (status: unknown) => /^cancell?ed$/.test(String(status));
		return this.sandbox.cyke.deliveries
			.filter(({ status }) => !isOver(status))
			.map(({ clientOrderReference }) => String(clientOrderReference))
			.sort();
	}

	poller(name = NEWS) {
		const trigger = this.file.nodes.find((node) => node.name === name);
		return this.n8n.poller({ type: `${PACKAGE}.cykeTrigger`, name, parameters: trigger?.parameters });
	}

	/** The courier's whole way, of which the workflow hears. */
	async deliver(news: ReturnType<ShopWorkflow['poller']>, trouble: (name: string) => boolean = noTrouble): Promise<void> {
		await this.wait(33 * 3_600_000);
		for (let step = 0; step < 4; step += 1) {
			this.sandbox.couriers.step('cyke');
			await this.wait(60_000);
			const items = await news.poll();
			await this.run(
				NEWS,
				items.map(({ json }) => json),
				trouble,
			);
		}
	}

	/** Steps that call the shop or send a mail. */
	stepsOutside(): string[] {
		return this.file.nodes
			.filter(({ type }) => /\.(httpRequest|wooCommerce|shopify|emailSend)$/.test(type))
			.map(({ name }) => name);
	}
}

/** Fails the first call of one step. Mails are only sent about another step's trouble, so that fails first. */
export function failsOnce(failing: string): (name: string) => boolean {
	const left = new Set(failing === 'Report by mail' ? [failing, 'Update the shop'] : [failing]);
	return (name) => left.delete(name);
}
