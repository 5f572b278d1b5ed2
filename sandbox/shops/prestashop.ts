import { createServer, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';

/** What a program has written: an order's new state. */
export interface OrderStateChange {
	order: string;
	state: string;
}

/** As much of a PrestaShop webservice as following its orders needs. */
export interface PrestaShop {
	url: string;
	/** What a person types into n8n's credential of the type `httpBasicAuth`: the key is the user. */
	credential: Readonly<Record<string, unknown>>;
	stateChanges: readonly OrderStateChange[];
	/** A customer has paid: two of the product with this reference go to Lyon. */
	addPaidOrder(order: { id: string; sku: string; address1?: string }): void;
	close(): void;
}

const KEY = 'PRESTASANDBOXKEY';
const PAID = '2';

const rowOf = (sku: string) => ({
	id: '1',
	product_id: '7',
	product_attribute_id: '0',
	product_quantity: '2',
	product_name: 'Mug',
	product_reference: sku,
});

/** Nearly all numbers are texts there. */
const records = (address1: string) => ({
	addresses: {
		address: {
			id: '11',
			id_country: '8',
			firstname: 'Sophie',
			lastname: 'Martin',
			company: '',
			address1,
			address2: '',
			postcode: '69002',
			city: 'Lyon',
			other: 'Code 1234',
			phone: '',
			phone_mobile: '0612345678',
		},
	},
	countries: { country: { id: '8', iso_code: 'FR' } },
	customers: { customer: { id: '5', email: 'sophie@example.org' } },
});

const tagValue = (body: string, tag: string): string => new RegExp(`<${tag}>([^<]+)</${tag}>`).exec(body)?.[1] ?? '';

export async function startPrestaShop(): Promise<PrestaShop> {
	const orders = new Map<string, { id: string; sku: string; state: string; address1: string }>();
	const stateChanges: OrderStateChange[] = [];
	const fullOrder = ({ id, sku, state }: { id: string; sku: string; state: string }) => ({
		id: Number(id),
		reference: `REF${id}`,
		id_address_delivery: id,
		id_customer: '5',
		current_state: state,
		associations: { order_rows: [rowOf(sku)] },
	});

	function read(kind: string, id: string | undefined, query: URLSearchParams): unknown {
		if (kind === 'orders' && id === undefined) {
			const states = (query.get('filter[current_state]') ?? '').replace(/[[\]]/g, '').split('|');
			const listed = [...orders.values()].filter(({ state }) => states.includes(state));
			// A list of none is an empty array, without the name of what is listed.
			return listed.length === 0 ? [] : { orders: listed.map(fullOrder) };
		}
		const order = orders.get(id ?? '');
		if (kind === 'orders') return order && { order: fullOrder(order) };
		return Object.entries(records(order?.address1 ?? '')).find(([name]) => name === kind)?.[1];
	}

	async function handleRequest(request: IncomingMessage): Promise<{ status: number; body: unknown }> {
		if (request.headers.authorization !== `Basic ${Buffer.from(`${KEY}:`).toString('base64')}`)
			return { status: 401, body: {} };
		const { pathname, searchParams } = new URL(request.url ?? '/', 'http://shop');
		const [, kind = '', id] = /^\/api\/(\w+)(?:\/(\d+))?$/.exec(pathname) ?? [];
		if (request.method === 'GET') {
			const body = searchParams.get('output_format') === 'JSON' ? read(kind, id, searchParams) : undefined;
			return { status: body === undefined ? 404 : 200, body };
		}
		const body = await text(request);
		const order = orders.get(tagValue(body, 'id_order'));
		if (kind !== 'order_histories' || !order) return { status: 400, body: {} };
		order.state = tagValue(body, 'id_order_state');
		stateChanges.push({ order: order.id, state: order.state });
		return { status: 201, body: {} };
	}

	const server = createServer((request, response) => {
		void handleRequest(request).then(({ status, body }) =>
			response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body ?? {})),
		);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const address = server.address();
	return {
		url: `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`,
		credential: { user: KEY, password: '' },
		stateChanges,
		addPaidOrder: ({ id, sku, address1 = '12 rue de la République' }) =>
			void orders.set(id, { id, sku, state: PAID, address1 }),
		close: () => {
			server.closeAllConnections();
			server.close();
		},
	};
}
