import type { WireRequest } from '../../../shared/declare/wire';
import { answer, lost } from '../../core/ports';
import type { Sent } from '../../../shared/run/ports';
import { deliverySteps, orderSteps } from './words';

/** What happened, in the order in which it happened. */
export interface Notice {
	seq: number;
	id: string;
	name: string;
	/** Second of the event. */
	at: number;
	order: string;
	status: string;
	before: string | undefined;
	pending: boolean;
	body: { [key: string]: unknown };
}

interface Order {
	id: string;
	status: string;
	delivery: { status: string; position: number } | undefined;
}

const iso = (second: number) => new Date(second * 1_000).toISOString().replace('.000Z', '+00:00');

/** HubRise as one connection sees it, as small as the triggers need it; its other client does what is told of. */
export class Upstream {
	callback: { url: string | null; events: Record<string, string[]> } = { url: null, events: {} };
	readonly notices: Notice[] = [];
	readonly orders: Order[] = [];
	/** Requests get no answer while it is true. */
	down = false;

	/** Milliseconds since 1970. */
	constructor(private readonly now: () => number) {}

	place(): void {
		const order: Order = { id: `o${this.orders.length + 1}`, status: 'new', delivery: undefined };
		this.orders.push(order);
		this.tell('order.create', order, undefined, order.status);
	}

	/** Some order's next status. */
	moveOrder(pick: number): void {
		const order = this.orders[pick % Math.max(1, this.orders.length)];
		const next = order && orderSteps[orderSteps.indexOf(order.status) + 1];
		if (!order || next === undefined) return;
		const before = order.status;
		order.status = next;
		this.tell('order.update', order, before, next);
	}

	/** A delivery is attached, or moves, or its courier does; anything but a position is news of the order as well. */
	moveDelivery(pick: number, position: boolean): void {
		const order = this.orders[pick % Math.max(1, this.orders.length)];
		if (!order) return;
		if (!order.delivery) {
			order.delivery = { status: 'pending', position: 0 };
			this.tell('delivery.create', order, undefined, 'pending');
			this.tell('order.update', order, order.status, order.status);
			return;
		}
		const before = order.delivery.status;
		const next = deliverySteps[deliverySteps.indexOf(before) + 1];
		if (position) order.delivery = { status: before, position: order.delivery.position + 1 };
		else if (next === undefined) return;
		else order.delivery = { status: next, position: order.delivery.position };
		this.tell('delivery.update', order, before, order.delivery.status);
		if (!position) this.tell('order.update', order, order.status, order.status);
	}

	/** Every event is made; only a callback that asks for it gets it. */
	private tell(name: string, order: Order, before: string | undefined, status: string): void {
		const [resource = '', type = ''] = name.split('.');
		if (this.callback.events[resource]?.includes(type) !== true) return;
		const seq = this.notices.length + 1;
		const at = Math.floor(this.now() / 1_000);
		const state = (is: string) => (resource === 'order' ? { id: order.id, status: is, service_type: 'delivery', items: [] } : { id: `d${order.id}`, status: is, driver_latitude: String(order.delivery?.position ?? 0) });
		const body = { id: `e${seq}`, resource_type: resource, event_type: type, created_at: iso(at), order_id: order.id, location_id: 'l-1' };
		const states = { new_state: state(status), ...(before === undefined ? {} : { previous_state: state(before) }) };
		this.notices.push({ seq, id: `e${seq}`, name, at, order: order.id, status, before, pending: true, body: { ...body, ...states } });
	}

	answer({ method, url, body }: WireRequest): Sent {
		if (this.down) return lost('maybe');
		const path = new URL(url).pathname.replace('/v1', '');
		if (path === '/callback') {
			if (method === 'POST') this.callback = JSON.parse(String(body));
			if (method === 'DELETE') this.callback = { url: null, events: {} };
			return answer(200, JSON.parse(JSON.stringify(this.callback)));
		}
		const waiting = this.notices.filter(({ pending }) => pending);
		if (path === '/callback/events') return answer(200, JSON.parse(JSON.stringify(waiting.map((each) => ({ ...each.body, new_state: undefined, previous_state: undefined })))));
		const notice = waiting.find(({ id }) => path === `/callback/events/${id}`);
		if (!notice) return answer(404, { error_type: 'not_found' });
		if (method === 'DELETE') notice.pending = false;
		return answer(200, JSON.parse(JSON.stringify(notice.body)));
	}
}
