import type { IDataObject, INode } from 'n8n-workflow';

import { prestashop } from '../../scripts/generate/workflows/prestashop';
import { tomorrow } from '../../sandbox/demo/orders/order';

type Row = IDataObject & { id: string };

const sample = prestashop.sample as Record<'order' | 'address' | 'customer' | 'country' | 'carrier', IDataObject>;

/** The fields of a write's one resource. */
function fieldsIn(xml: string): { resource: string; fields: Record<string, string> } {
	const [, resource = '', inner = ''] =
		/^<\?xml[^>]*\?><prestashop><(\w+)>(.*)<\/\1><\/prestashop>$/s.exec(xml) ?? [];
	const plain = (text: string) => text.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));
	const fields = [...inner.matchAll(/<(\w+)>(.*?)<\/\1>/gs)].map(([, key = '', text = '']) => [key, plain(text)]);
	return { resource, fields: Object.fromEntries(fields) };
}

/** `[2]`, `[2|3]`, or with `date` an interval `[from,to]`. */
function passes(value: unknown, filter: string, withDates: boolean): boolean {
	const [, inner] = /^\[(.*)\]$/.exec(filter) ?? [];
	if (inner === undefined) throw new Error(`${filter} is no filter`);
	const [from, to] = inner.split(',');
	if (to === undefined) return inner.split('|').includes(String(value));
	if (!withDates) throw new Error('Without date=1 a date is no filter');
	return from !== undefined && String(value) >= from && String(value) <= to;
}

/** As much of PrestaShop's webservice as the steps of a ready workflow request, after its public documentation. */
export class PrestaShop {
	readonly mails: string[] = [];
	private readonly resources: Record<string, Row[]> = {
		orders: [],
		addresses: [],
		countries: [
			{ id: '8', iso_code: 'FR' },
			{ id: '20', iso_code: 'DK' },
		],
		customers: [],
		carriers: [{ id: '3', id_reference: '2', name: 'Bike courier', external_module_name: '' }],
		order_carriers: [],
		order_histories: [],
		customer_threads: [],
		customer_messages: [],
	};

	rows(resource: string): Row[] {
		const rows = this.resources[resource];
		if (!rows) throw new Error(`The webservice has no resource ${resource}, or the key may not see it`);
		return rows;
	}

	order(id: string): Row {
		const order = this.rows('orders').find((each) => each.id === id);
		if (!order) throw new Error('404');
		return order;
	}

	/** What the page of an order shows of its thread. */
	notesOf(id: string): string[] {
		const threads = this.rows('customer_threads').filter(({ id_order: order }) => order === id);
		return this.rows('customer_messages').flatMap(({ id_customer_thread: thread, message, private: hidden }) =>
			hidden === '1' && threads.some((each) => each.id === thread) ? [String(message)] : [],
		);
	}

	trackingOf = (id: string) =>
		this.rows('order_carriers').find(({ id_order: order }) => order === id)?.tracking_number;

	/** A person or a module changes an order; its date says so. */
	change(id: string, fields: IDataObject): void {
		Object.assign(this.order(id), fields, { date_upd: now() });
	}

	/** All private messages of orders. */
	get notes(): { order: string; note: string }[] {
		return this.rows('orders').flatMap(({ id }) => this.notesOf(id).map((note) => ({ order: id, note })));
	}

	private drop(resource: string, id: string): void {
		this.resources[resource] = this.rows(resource).filter((row) => row.id !== id);
	}

	private put(resource: string, row: Row): void {
		this.drop(resource, row.id);
		this.rows(resource).push(structuredClone(row));
	}

	remove(id: string): void {
		this.drop('orders', id);
	}

	isAside = (id: string) => this.order(id).current_state === '9';

	/** A paid order of this moment with its address, customer and carrier row. Given again, the order is another one. */
	place(id: string, changes: IDataObject = {}, address: IDataObject = {}): IDataObject {
		const day = tomorrow().toFormat('yyyy-MM-dd');
		const dates = { date_add: now(), date_upd: now(), ddw_order_date: day, ddw_order_time: '14:00 - 16:00' };
		const ids = { id, id_address_delivery: `1${id}`, id_customer: `2${id}` };
		const order = { ...sample.order, ...dates, ...ids, ...changes, id };
		const whole = {
			order,
			address: { ...sample.address, ...address, id: ids.id_address_delivery },
			customer: { ...sample.customer, id: ids.id_customer },
			country: this.rows('countries').find((country) => country.id === (address.id_country ?? '8')) ?? sample.country,
			carrier: sample.carrier,
		};
		this.put('orders', order);
		this.put('addresses', whole.address);
		this.put('customers', whole.customer);
		this.put('order_carriers', { id: `4${id}`, id_order: id, id_carrier: '3', weight: '1.0', tracking_number: '' });
		return whole;
	}

	private insert(resource: string, fields: IDataObject): Row {
		const row = { ...fields, id: String(this.rows(resource).length + 1) };
		this.rows(resource).push(row);
		if (resource === 'order_histories') this.change(String(fields.id_order), { current_state: fields.id_order_state });
		return row;
	}

	private write(method: string, [resource = '', id]: readonly string[], text: string): IDataObject {
		const { resource: single, fields } = fieldsIn(text);
		if (method === 'POST' && id === undefined) return { [single]: this.insert(resource, fields) };
		const row = this.rows(resource).find((each) => each.id === id);
		if (method !== 'PUT' || !row) throw new Error(`${method} ${resource}/${id} is no request of the shop`);
		// A write replaces the row.
		for (const key of Object.keys(row)) delete row[key];
		return { [single]: Object.assign(row, fields) };
	}

	private read([resource = '', id]: readonly string[], query: URLSearchParams): IDataObject | IDataObject[] {
		if (id !== undefined || query.get('output_format') !== 'JSON' || query.get('display') !== 'full')
			throw new Error(`Nobody here requests ${resource} ${query.toString()}`);
		const filters = [...query].flatMap(([key, value]) => {
			const [, field] = /^filter\[(\w+)\]$/.exec(key) ?? [];
			return field === undefined ? [] : [{ field, value }];
		});
		const found = this.rows(resource).filter((row) =>
			filters.every(({ field, value }) => passes(row[field], value, query.get('date') === '1')),
		);
		// An empty list is answered without its name.
		return found.length === 0 ? [] : { [resource]: structuredClone(found) };
	}

	/** What the webservice answers. */
	request(method: string, pathname: string, query: URLSearchParams, body: string): IDataObject | IDataObject[] {
		if (!pathname.startsWith('/api/')) throw new Error(`${pathname} is no address of the webservice`);
		const path = pathname.slice('/api/'.length).split('/');
		return method === 'GET' ? this.read(path, query) : this.write(method, path, body);
	}

	answer(node: INode, fields: IDataObject): IDataObject[] | undefined {
		if (node.type === 'n8n-nodes-base.emailSend') {
			this.mails.push(String(fields.text));
			return [{ accepted: [fields.toEmail] }];
		}
		if (node.type !== 'n8n-nodes-base.httpRequest') return undefined;
		const { pathname, searchParams } = new URL(String(fields.url));
		const { parameters = [] } = (fields.queryParameters ?? {}) as { parameters?: { name: string; value: string }[] };
		for (const { name, value } of parameters) searchParams.append(name, value);
		const body = this.request(String(fields.method ?? 'GET'), pathname, searchParams, String(fields.body));
		const isWhole = JSON.stringify(fields.options).includes('"fullResponse":true');
		if (isWhole) return [{ statusCode: 200, headers: {}, body }];
		// Without that option n8n makes an item of each entry of a list.
		return Array.isArray(body) ? body : [body];
	}
}

/** As the webservice writes times: those of the shop. */
export function now(ms = Date.now()): string {
	return new Date(ms).toLocaleString('sv-SE', { timeZone: 'Europe/Paris' });
}
