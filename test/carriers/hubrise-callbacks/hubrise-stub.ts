import type { WireRequest } from '../../../shared/declare/wire';
import { response, noResponse } from '../../core/scripted-ports';
import type { SendResult } from '../../../shared/run/ports';
import { deliverySteps, orderSteps } from './fixtures';

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

/** One in five requests gets no answer at all. */
const GATEWAY_STATUSES = [undefined, 404, 403, 410, 502];

const iso = (second: number) => new Date(second * 1_000).toISOString().replace('.000Z', '+00:00');

/**
 * HubRise as one connection sees it, as small as the triggers need it. Its other client makes the changes behind the
 * events.
 */
export class HubriseStub {
	callback: { url: string | null; events: Record<string, string[]> } = { url: null, events: {} };
	readonly notices: Notice[] = [];
	readonly orders: Order[] = [];
	/** While it is true, requests get no answer, or a gateway's page in turn. */
	down = false;
	private refusedCount = 0;

	/** Milliseconds since 1970. */
	constructor(private readonly now: () => number) {}

	placeOrder(): void {
		const order: Order = { id: `o${this.orders.length + 1}`, status: 'new', delivery: undefined };
		this.orders.push(order);
		this.emit('order.create', order, undefined, order.status);
	}

	/** Some order's next status. */
	moveOrder(index: number): void {
		const order = this.orders[index % Math.max(1, this.orders.length)];
		const next = order && orderSteps[orderSteps.indexOf(order.status) + 1];
		if (!order || next === undefined) return;
		const before = order.status;
		order.status = next;
		this.emit('order.update', order, before, next);
	}

	/** A delivery is attached, or moves, or its courier does; anything but a position is news of the order as well. */
	moveDelivery(index: number, position: boolean): void {
		const order = this.orders[index % Math.max(1, this.orders.length)];
		if (!order) return;
		if (!order.delivery) {
			order.delivery = { status: 'pending', position: 0 };
			this.emit('delivery.create', order, undefined, 'pending');
			this.emit('order.update', order, order.status, order.status);
			return;
		}
		const before = order.delivery.status;
		const next = deliverySteps[deliverySteps.indexOf(before) + 1];
		if (position) order.delivery = { status: before, position: order.delivery.position + 1 };
		else if (next === undefined) return;
		else order.delivery = { status: next, position: order.delivery.position };
		this.emit('delivery.update', order, before, order.delivery.status);
		if (!position) this.emit('order.update', order, order.status, order.status);
	}

	/** Every event is made; only a callback that asks for it gets it. */
	private emit(name: string, order: Order, before: string | undefined, status: string): void {
		const [resource = '', type = ''] = name.split('.');
		if (this.callback.events[resource]?.includes(type) !== true) return;
		const seq = this.notices.length + 1;
		const at = Math.floor(this.now() / 1_000);
		const state = (value: string) =>
			resource === 'order'
				? { id: order.id, status: value, service_type: 'delivery', items: [] }
				: { id: `d${order.id}`, status: value, driver_latitude: String(order.delivery?.position ?? 0) };
		const body = {
			id: `e${seq}`,
			resource_type: resource,
			event_type: type,
			created_at: iso(at),
			order_id: order.id,
			location_id: 'l-1',
		};
		const states = { new_state: state(status), ...(before === undefined ? {} : { previous_state: state(before) }) };
		this.notices.push({
			seq,
			id: `e${seq}`,
			name,
			at,
			order: order.id,
			status,
			before,
			pending: true,
			body: { ...body, ...states },
		});
	}

	private refuse(): SendResult {
		this.refusedCount += 1;
		const status = GATEWAY_STATUSES[this.refusedCount % GATEWAY_STATUSES.length];
		if (status === undefined) return noResponse('maybe');
		const text = this.refusedCount % 3 === 0 ? '' : `<html><h1>${status}</h1></html>`;
		return { response: { status, headers: { 'content-type': 'text/html' }, text } };
	}

	respond({ method, url, body }: WireRequest): SendResult {
		if (this.down) return this.refuse();
		const path = new URL(url).pathname.replace('/v1', '');
		if (path === '/callback') {
			if (method === 'POST') this.callback = JSON.parse(String(body));
			if (method === 'DELETE') this.callback = { url: null, events: {} };
			return response(200, JSON.parse(JSON.stringify(this.callback)));
		}
		const waiting = this.notices.filter(({ pending }) => pending);
		if (path === '/callback/events')
			return response(
				200,
				JSON.parse(
					JSON.stringify(waiting.map((each) => ({ ...each.body, new_state: undefined, previous_state: undefined }))),
				),
			);
		const notice = waiting.find(({ id }) => path === `/callback/events/${id}`);
		if (!notice) return response(404, { error_type: 'not_found' });
		if (method === 'DELETE') notice.pending = false;
		return response(200, JSON.parse(JSON.stringify(notice.body)));
	}
}
