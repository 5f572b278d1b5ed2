import type { IDataObject } from 'n8n-workflow';

import type { Sandbox } from '../../../sandbox/carriers';
import type { WorkflowFile } from '../../../sandbox/hosts/n8n';
import type { Carrier } from '../../../shared/declare/carrier';
import { carriers } from '../../../shared/registry';
import { singleFiles } from '../files';
import { withSettings } from '../settings';
import { shopCases, type ShopCase } from '../shop-cases';
import { CLOCK, ORDER, ShopWorkflow } from '../shop-workflow';

interface AtCarrier {
	/** References of the bookings that it carries out. */
	live(sandbox: Sandbox): string[];
	/** Drives in Denmark only, and needs a position. */
	isDanish?: boolean;
	/** Takes the request to cancel, and says later whether it could. */
	decidesLater?: boolean;
	/** Its news is an order, and no delivery. */
	isHub?: boolean;
}

const known: Readonly<Record<string, AtCarrier>> = {
	cyke: {
		live: ({ cyke }) =>
			cyke.deliveries
				.filter(({ status }) => status !== 'cancelled')
				.map(({ clientOrderReference }) => String(clientOrderReference)),
	},
	cubyn: {
		live: ({ cubyn }) =>
			cubyn.parcels
				.filter(({ deleted, cancellationStatus }) => !deleted && cancellationStatus === 'NONE')
				.map(({ input }) => String(input.orderRef)),
		decidesLater: true,
	},
	deliverit: {
		live: ({ deliverit }) =>
			deliverit.orders
				.filter(({ state }) => state === 'booked')
				.map(({ remarks }) => /^\[ref:([^\]]+)\]/.exec(remarks)?.[1] ?? remarks),
		isDanish: true,
	},
	hubrise: {
		live: ({ hubrise }) =>
			hubrise.orders
				.filter(({ status }) => status !== 'cancelled')
				.flatMap(({ privateRefs }) => Object.values(privateRefs)),
		isHub: true,
	},
};

/** What a test has to know of a carrier. */
export function atCarrier({ id }: Carrier): AtCarrier {
	const found = known[id];
	if (!found) throw new Error(`Say here how ${id} shows its bookings`);
	return found;
}

export const liveAt = (carrier: Carrier, sandbox: Sandbox): string[] => atCarrier(carrier).live(sandbox).sort();

const down = { kind: 'gateway', status: 502, page: 'html', phase: 'before' } as const;

/** Every call of one carrier meets the page of a server in front of it, until the end of the outage is called. */
export function outage({ id }: Carrier, { faults }: Sandbox): () => void {
	faults.use({ next: ({ carrier }) => (carrier === id ? down : undefined) });
	return () => faults.use(undefined);
}

/** Each of these steps fails once. */
export function eachFailsOnce(names: readonly string[]): (name: string) => boolean {
	const left = new Set(names);
	return (name) => left.delete(name);
}

export interface Form {
	path: string;
	file: WorkflowFile;
	carrier: Carrier;
	shopCase: ShopCase;
}

/** What a geocoder answers, where the carrier needs a position and the order has none. */
const position = JSON.stringify({ latitude: 55.3957969, longitude: 10.3912053 });
const overridesFor = (carrier: Carrier) => (atCarrier(carrier).isDanish === true ? { position } : {});

/** As the owner sets it up for a carrier: its trigger on and the others off, and a position where it needs one. */
function setUp(file: WorkflowFile, carrier: Carrier): WorkflowFile {
	const nodes = file.nodes.map((node): WorkflowFile['nodes'][number] => {
		const { operation, overridesFields = {} } = node.parameters;
		if (node.name.startsWith(`${carrier.title}: delivery `)) return { ...node, disabled: false };
		if ((operation !== 'book' && operation !== 'check') || typeof overridesFields !== 'object') return node;
		return { ...node, parameters: { ...node.parameters, overridesFields: { ...overridesFields, ...overridesFor(carrier) } } };
	});
	return { ...file, nodes };
}

const bookers = carriers.filter(({ shopOrder }) => shopOrder !== undefined);

/** Forms for single packages of one kind. Those with a Switch take the carriers in turn. */
export function formsOf(kind: string): Form[] {
	return shopCases.flatMap((shopCase, turn) =>
		singleFiles
			.filter(([path]) => path.endsWith(`${shopCase.id}-${kind}`))
			.flatMap(([path, file]): Form[] => {
				const own = carriers.find(({ id }) => path.startsWith(`${id}/`));
				const carrier = own ?? bookers[(turn + 1) % bookers.length];
				if (!carrier) return [];
				const chosen = own ? file : withSettings(file, { carrier: carrier.id });
				return [{ path, file: setUp(chosen, carrier), carrier, shopCase }];
			}),
	);
}

/** A form for single packages between a shop and its carrier. */
export class FormRun {
	private constructor(
		private readonly form: Form,
		readonly shop: ReturnType<ShopCase['open']>,
		readonly flow: ShopWorkflow,
	) {}

	static async open(form: Form): Promise<FormRun> {
		const shop = form.shopCase.open();
		return new FormRun(form, shop, await ShopWorkflow.start(form.file, shop));
	}

	/** An order that the carrier can take: one of them drives in Denmark only. */
	place(id: string, changes: IDataObject = {}): IDataObject {
		const [danish, address] = atCarrier(this.form.carrier).isDanish === true ? this.form.shopCase.danish : [{}];
		return this.shop.place(id, { ...danish, ...changes }, address);
	}

	/** Booked before the workflow runs. */
	async book(id: string): Promise<void> {
		const { carrier, shopCase } = this.form;
		await this.flow.book(this.place(id), shopCase.prefix, carrier.id, overridesFor(carrier));
	}

	reference = (id: string) => `${this.form.shopCase.prefix}-${id}`;
	live = () => liveAt(this.form.carrier, this.flow.sandbox);
	outage = () => outage(this.form.carrier, this.flow.sandbox);
	notesOf = (id: string) => this.shop.notes.filter(({ order }) => order === id).map(({ note }) => note);
	bookedNotes = (id: string) => this.notesOf(id).filter((note) => /is booked/.test(note));
	eachFailsOnce = () => eachFailsOnce(this.flow.stepsOutside());

	async run(trigger: string, items: IDataObject[], trouble?: (name: string) => boolean): Promise<void> {
		const { status, error } = await this.flow.run(trigger, items, trouble);
		expect([status, error]).toEqual(['success', undefined]);
	}

	/** The workflow hears of orders: by the shop's webhook, or where it has none, by its next look. */
	async hear(orders: IDataObject[], trouble?: (name: string) => boolean): Promise<void> {
		const hasWebhook = this.form.file.nodes.some(({ name }) => name === ORDER);
		await (hasWebhook ? this.run(ORDER, orders, trouble) : this.look(trouble));
	}

	async look(trouble?: (name: string) => boolean): Promise<void> {
		await this.flow.wait(900_000);
		await this.run(CLOCK, [{}], trouble);
	}

	/** What the carrier's polling trigger emits. An order hub emits its order. */
	async news(what: 'moved' | 'failed', order: string, status: 'delivered' | 'failed', trouble?: (name: string) => boolean) {
		const { id, title } = this.form.carrier;
		const orderStatus = status === 'delivered' ? 'completed' : 'delivery_failed';
		const state = atCarrier(this.form.carrier).isHub === true ? { orderStatus, closed: true } : { status };
		const item = { id: '9', carrier: id, reference: this.reference(order), ...state };
		await this.run(`${title}: delivery ${what}`, [item], trouble);
	}
}
