import type { IDataObject, INode } from 'n8n-workflow';

import { createSandbox, type Sandbox } from '../../sandbox/carriers';
import { createN8n, PACKAGE, type N8n, type Poller, type StandIn, type WorkflowFile } from '../../sandbox/hosts/n8n';
import { accountsAt } from './accounts';
import { failingStub, mayFail, type FailureCode } from './failing-step';
import { withoutPauses, workflowFile } from './files';
import { flowStub } from './node-stubs';
import { withSettings, type Settings } from './settings';
import { noTrouble, packagesOf } from './shop-workflow';

export const ORDER = 'Order changed';
export const CLOCK = 'Every quarter of an hour';
export const NEWS = 'Cyke: delivery moved';

export const customer = {
	first_name: 'Ada',
	last_name: 'Moreau',
	phone: '+33612345678',
	address_1: '12 rue des Petits Champs',
	postal_code: '75002',
	city: 'Paris',
	country: 'FR',
	delivery_notes: 'Code 1234',
};

type Trouble = (name: string) => boolean;

const file = workflowFile('hubrise-orders-to-a-courier');

/** The ready workflow for HubRise's orders on n8n's engine, between HubRise and a courier. */
export class HubRiseWorkflow {
	private constructor(
		private readonly file: WorkflowFile,
		readonly sandbox: Sandbox,
		private readonly n8n: N8n,
		private readonly orders: Poller,
		private readonly news: Poller,
	) {}

	/** What people get by mail. */
	readonly mails: string[] = [];
	/** How a step fails that a test lets fail. */
	failsAs: FailureCode = 'unavailable';
	/** What somebody does at HubRise while the workflow waits for a yes. */
	whileWaiting: () => Promise<void> = async () => await Promise.resolve();

	static async start(settings: Settings = {}, given = file): Promise<HubRiseWorkflow> {
		const sandbox = createSandbox({ seed: 'templates', startAt: Date.now() });
		const { urls } = await sandbox.listen();
		const n8n = await createN8n({
			credentials: {
				...accountsAt(urls),
				hubRiseApi: {
					environment: 'other',
					base_url: urls.hubrise,
					access_token: 'HubriseSandboxBridge0001',
					client_secret: 'HubriseSandboxBridgeSecret',
				},
			},
			sources: packagesOf(given),
		});
		const poller = (name: string, type: string) => {
			const parameters = file.nodes.find((node) => node.name === name)?.parameters;
			return n8n.poller({ type: `${PACKAGE}.${type}`, name, parameters });
		};
		const [orders, news] = [poller(ORDER, 'hubRiseTrigger'), poller(NEWS, 'cykeTrigger')];
		await orders.poll();
		await news.poll();
		return new HubRiseWorkflow(withSettings(given, settings), sandbox, n8n, orders, news);
	}

	private stubFor(node: INode, trouble: Trouble): StandIn {
		const own = flowStub(node) ?? failingStub(node, this.n8n, trouble, this.failsAs);
		if (own) return own;
		const { mails, whileWaiting } = this;
		const isMail = node.type === 'n8n-nodes-base.emailSend';
		const isWait = node.type === 'n8n-nodes-base.wait';
		return {
			async execute() {
				const items = this.getInputData();
				if (isWait) await whileWaiting();
				if (isMail && trouble(node.name))
					return [items.map((_, item) => ({ json: { error: 'The mail server is down' }, pairedItem: { item } }))];
				if (isMail)
					for (const at of items.keys())
						mails.push(`${String(this.getNodeParameter('subject', at))}\n${String(this.getNodeParameter('text', at))}`);
				return [items.map((item, at) => ({ ...item, pairedItem: { item: at } }))];
			},
		};
	}

	/** `failing`: steps of ours that `trouble` may let fail. */
	async run(from: string, items: readonly IDataObject[], trouble: Trouble = noTrouble, failing: readonly string[] = []) {
		const stubFor = (node: INode) => this.stubFor(node, trouble);
		const { status, error } = await this.n8n.runFile(withoutPauses(mayFail(this.file, failing)), from, [...items], stubFor);
		expect([status, error]).toEqual(['success', undefined]);
	}

	async step(type: string, parameters: IDataObject): Promise<void> {
		const { error } = await this.n8n.run([{}], { type: `${PACKAGE}.${type}`, parameters: parameters as INode['parameters'] });
		if (error) throw error;
	}

	/** The clocks of n8n, HubRise and the carrier are one. */
	async wait(ms: number): Promise<void> {
		jest.setSystemTime(Date.now() + ms);
		await this.sandbox.clock.advance(Date.now() - this.sandbox.clock.now());
	}

	place(more: object = {}): string {
		return this.sandbox.hubrise.placeOrder({ status: 'accepted', service_type: 'delivery', customer, ...more }).id;
	}

	/** What a poll of the orders' trigger emits, which starts the workflow. */
	async pollOrders(trouble: Trouble = noTrouble, failing: readonly string[] = []): Promise<IDataObject[]> {
		await this.wait(60_000);
		const items = (await this.orders.poll()).map(({ json }) => json);
		if (items.length > 0) await this.run(ORDER, items, trouble, failing);
		return items;
	}

	async pollNews(trouble: Trouble = noTrouble, failing: readonly string[] = []): Promise<IDataObject[]> {
		await this.wait(60_000);
		const items = (await this.news.poll()).map(({ json }) => json);
		if (items.length > 0) await this.run(NEWS, items, trouble, failing);
		return items;
	}

	async look(trouble: Trouble = noTrouble, failing: readonly string[] = []): Promise<void> {
		await this.wait(900_000);
		await this.run(CLOCK, [{}], trouble, failing);
	}

	/** Moves the courier of an order. */
	move(id: string, status: Parameters<Sandbox['cyke']['setStatus']>[1]): void {
		const booked = this.sandbox.cyke.deliveries.find(({ clientOrderReference }) => clientOrderReference === `HR-${id}`);
		this.sandbox.cyke.setStatus(booked?.id ?? 0, status, {}, { force: true });
	}

	/** References of the deliveries that a courier has or will have. */
	live(): string[] {
		return this.sandbox.cyke.deliveries
			.filter(({ status }) => !/^cancell?ed$/.test(status))
			.map(({ clientOrderReference }) => String(clientOrderReference))
			.sort();
	}

	order = (id: string) => this.sandbox.hubrise.order(id);
	delivery = (id: string) => this.sandbox.hubrise.delivery(id);
	notesOf = (id: string) => (this.order(id)?.seller_notes ?? '').split('\n').filter((line) => line !== '');
}
