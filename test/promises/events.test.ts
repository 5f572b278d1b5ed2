import { createHmac } from 'node:crypto';

import { createSandbox, type Sandbox } from '../../sandbox/carriers';
import { createN8n, PACKAGE } from '../../sandbox/hosts/n8n';
import { createZapier, type ZapierHost } from '../../sandbox/hosts/zapier';
import { deliveryV2 } from '../../shared/carriers/cyke/documented';
import { carrierById } from '../../shared/registry';
import { authDataFor, appFor } from '../zapier/run-on-zapier';
import { startGateway, type Gateway } from './gateway';
import { useHostClocks } from './hosts';

useHostClocks();

const MINUTE = 60_000;

let closers: (() => Promise<void>)[] = [];
let named = 0;
afterEach(async () => {
	for (const close of closers.reverse()) await close();
	closers = [];
});

interface Call {
	headers: Record<string, string>;
	body: string;
	query?: Record<string, string>;
}

/** A webhook trigger of one host: what it emits for a call. */
interface Hook {
	/** `status`: what the carrier gets, where its sender waits for the answer. */
	receive(call: Call): Promise<{ status?: number; items: { [key: string]: unknown }[] }>;
}

type Open = (carrierId: string, fields: Record<string, string>, events: readonly string[]) => Promise<Hook>;

const onN8n: Open = async (carrierId, fields, events) => {
	const type = { cyke: 'cyke', cubyn: 'cubyn', hubrise: 'hubRise' }[carrierId] ?? '';
	const n8n = await createN8n({ credentials: { [`${type}Api`]: fields } });
	const hook = n8n.listener({
		type: `${PACKAGE}.${type}WebhookTrigger`,
		name: `Trigger ${(named += 1)}`,
		parameters: events.length > 0 ? { events: [...events] } : {},
	});
	return {
		receive: async ({ headers, body, query }) => {
			const { status, items } = await hook.receive({ headers, body: Buffer.from(body), ...(query ? { query } : {}) });
			return { status, items: items.map(({ json }) => json) };
		},
	};
};

async function zapOf(carrierId: string, fields: Record<string, string>): Promise<ZapierHost> {
	const carrier = carrierById(carrierId);
	const authData = {
		...authDataFor(carrier, 'all', fields.base_url ?? ''),
		...Object.fromEntries(Object.entries(fields).map(([key, value]) => [`${carrierId}_${key}`, value])),
	};
	const host = await createZapier(appFor(carrier, 'all'), { authData, zap: `event ${(named += 1)}` });
	closers.push(host.close);
	return host;
}

const onZapier: Open = async (carrierId, fields, events) => {
	const host = await zapOf(carrierId, fields);
	return {
		receive: async ({ headers, body, query }) => ({
			items: await host.hook(
				`${carrierId}_webhook_event`,
				{ headers, body, ...(query ? { querystring: new URLSearchParams(query).toString() } : {}) },
				events.length > 0 ? { events: [...events] } : {},
			),
		}),
	};
};

const base = { environment: 'other', base_url: 'http://127.0.0.1:1' };
const SECRET = 'wh-sample';

const carriersCalling = {
	cyke: {
		fields: { ...base, email: 'shop@sandbox.example', token: 'CykeSandboxToken0001', webhook_secret: SECRET },
		events: ['delivery_delivered'],
		sign: (body: string): Call => ({ body, headers: { 'x-cyke-token': SECRET } }),
		bodies: [
			'<html>',
			'[1]',
			'"text"',
			'{"event_id":"e1","event_type":"delivery_updated","data":{"delivery":{"id":1}}}',
			'{"event_id":"e2","event_type":"delivery_rescheduled","payload":{"order":{"id":1}}}',
			'{"event_id":"e3","payload":{"delivery":{"id":1}}}',
			'{"event_id":"e4","event_type":"delivery_delivered","payload":{"delivery":"4711"}}',
		],
	},
	cubyn: {
		fields: { ...base, application_key: 'my-app-key', webhook_secret: SECRET },
		events: ['parcel:shipped'],
		sign: (body: string): Call => ({ body, headers: {}, query: { secret: SECRET } }),
		bodies: ['<html>', '[1]', '{"sku": "a", ', '{"kind":"stock","levels":[1]}', '{"key":"my-app-key","parcel":null}'],
	},
	hubrise: {
		fields: { ...base, access_token: 'HubriseSandboxBridge0001', client_secret: SECRET },
		events: ['deliveryUpdated'],
		sign: (body: string): Call => ({
			body,
			headers: { 'x-hubrise-hmac-sha256': createHmac('sha256', SECRET).update(body).digest('hex') },
		}),
		bodies: ['<html>', '[1]', '{"id":"e1","event_type":"create"}', '{"id":"e2","resource_type":"menu","order_id":5}'],
	},
} as const;

const hosts = [
	{ host: 'n8n', open: onN8n },
	{ host: 'Zapier', open: onZapier },
];

describe.each(hosts)('$host', ({ open }) => {
	test.each(Object.entries(carriersCalling))(
		'%s: an event with the right secret that is not understood is handed on as it came',
		async (carrierId, { fields, events, sign, bodies }) => {
			for (const chosen of [[], events]) {
				const hook = await open(carrierId, fields, chosen);
				for (const body of bodies) {
					const { status = 200, items } = await hook.receive(sign(body));
					expect({ body, status, items }).toMatchObject({
						status: 200,
						items: [{ warnings: [expect.stringMatching(/could not be understood|unexpected form/)] }],
					});
					expect(JSON.stringify(items)).not.toMatch(/my-app-key|wh-sample/);
				}
			}
		},
	);

	test('cyke: the event of its test button starts nothing', async () => {
		const { fields, sign } = carriersCalling.cyke;
		const hook = await open('cyke', fields, []);
		for (const body of [
			'{"event_id":"t","event_type":"test"}',
			'{"event_id":"t2","event_type":"webhook_test","payload":{"hello":1}}',
		])
			expect((await hook.receive(sign(body))).items).toEqual([]);
	});
});

test('Zapier: a repeat and a late event are dropped though the token was replaced between', async () => {
	const { fields, sign } = carriersCalling.cyke;
	const call = (id: string, status: string) =>
		sign(
			JSON.stringify({
				event_id: id,
				event_type: `delivery_${status}`,
				payload: { delivery: { ...deliveryV2, status } },
			}),
		);
	const authData: Record<string, string> = {
		...authDataFor(carrierById('cyke'), 'all', base.base_url),
		cyke_email: fields.email,
		cyke_token: fields.token,
		cyke_webhook_secret: SECRET,
	};
	const zap = await createZapier(appFor(carrierById('cyke'), 'all'), { authData });
	closers.push(zap.close);
	const key = 'cyke_webhook_event';
	expect(await zap.hook(key, call('e-1', 'picked_up'))).toHaveLength(1);
	// Its user pastes a new token into the connection.
	authData.cyke_token = 'CykeReplacedToken0002';
	expect(await zap.hook(key, call('e-1', 'picked_up'))).toEqual([]);
	expect(await zap.hook(key, call('e-0', 'scheduled'))).toEqual([]);
	expect(await zap.hook(key, call('e-2', 'delivered'))).toHaveLength(1);
	authData.cyke_email = 'other@sandbox.example';
	expect(await zap.hook(key, call('e-1', 'picked_up'))).toHaveLength(1);
});

describe('an event that always fails', () => {
	let sandbox: Sandbox;
	let gateway: Gateway;
	const TILL = 'till.clients.sandbox.example';

	async function openHubrise(): Promise<Record<string, string>> {
		sandbox = createSandbox({ seed: `fails ${(named += 1)}`, startAt: Date.now() });
		gateway = await startGateway(sandbox, 'hubrise');
		closers.push(async () => await sandbox.close(), gateway.close);
		sandbox.hubrise.settings.eventStates = false;
		return { ...carriersCalling.hubrise.fields, base_url: gateway.url, client_secret: 'HubriseSandboxBridgeSecret' };
	}
	async function wait(ms: number): Promise<void> {
		jest.setSystemTime(Date.now() + ms);
		await sandbox.clock.advance(Math.max(0, Date.now() - sandbox.clock.now()));
	}

	const polls = {
		n8n: async (fields: Record<string, string>) => {
			const n8n = await createN8n({ credentials: { hubRiseApi: fields } });
			const poller = n8n.poller({
				type: `${PACKAGE}.hubRiseTrigger`,
				name: `Poll ${named}`,
				parameters: { event: 'orderStatusChanged' },
			});
			return async () => (await poller.poll()).map(({ json }) => json);
		},
		Zapier: async (fields: Record<string, string>) => {
			const zap = await zapOf('hubrise', fields);
			return async (): Promise<{ [key: string]: unknown }[]> => await zap.poll('hubrise_order_status_changed');
		},
	};

	test.each(Object.entries(polls))(
		'%s: stops neither the others nor, for good, the later ones of its order',
		async (_host, open) => {
			const poll = await open(await openHubrise());
			await poll();
			const { id } = sandbox.hubrise.placeOrder();
			await wait(MINUTE);
			// The event that is read first is the oldest.
			let bad: string | undefined;
			gateway.interfere({
				answer: ({ method, path }) => {
					const event = /\/callback\/events\/([^/?]+)$/.exec(path)?.[1];
					if (method !== 'GET' || event === undefined) return undefined;
					bad ??= event;
					return event === bad
						? { status: 500, headers: { 'content-type': 'application/json' }, body: '{"message":"Internal"}' }
						: undefined;
				},
			});
			const other = sandbox.hubrise.placeOrder();
			sandbox.hubrise.setOrderStatus(id, 'accepted', TILL);
			await wait(MINUTE);
			const emitted: { [key: string]: unknown }[] = [];
			for (let minute = 0; minute < 65; minute += 1) {
				emitted.push(...(await poll()));
				if (minute === 0) expect(emitted.map(({ id: order }) => order)).toEqual([other.id]);
				await wait(MINUTE);
			}
			expect(bad).toBeDefined();
			expect(emitted.filter((item) => item.id === id && item.orderStatus === 'accepted')).toHaveLength(1);
			expect(JSON.stringify(emitted)).toContain('could not be read');
		},
	);
});

describe('a first list that is empty or lacks a third', () => {
	const firstPolls = {
		n8n: async (fields: Record<string, string>) => {
			const n8n = await createN8n({ credentials: { cykeApi: fields } });
			const poller = n8n.poller({
				type: `${PACKAGE}.cykeTrigger`,
				name: `First ${(named += 1)}`,
				parameters: { event: 'newDelivery' },
			});
			return async () => (await poller.poll()).map(({ json }) => json);
		},
		Zapier: async (fields: Record<string, string>) => {
			const zap = await zapOf('cyke', fields);
			return async (): Promise<{ [key: string]: unknown }[]> => await zap.poll('cyke_new_delivery');
		},
	};

	test.each(Object.entries(firstPolls))('%s: makes no history new', async (_host, open) => {
		for (const hidden of [1, 3]) {
			const rows = Array.from({ length: 90 }, (_, at) => ({
				id: at + 1,
				created_at: new Date(Date.now() - (at + 1) * 60 * MINUTE).toISOString(),
				status: 'saved',
			}));
			let shown = rows.filter(({ id }) => id % hidden !== 0);
			const sandboxOf = createSandbox({ startAt: Date.now() });
			const gateway = await startGateway(sandboxOf, 'cyke');
			closers.push(async () => await sandboxOf.close(), gateway.close);
			gateway.interfere({
				answer: ({ path }) => {
					const id = Number(/deliveries\/(\d+)/.exec(path)?.[1]);
					const body = Number.isNaN(id) ? shown : { ...deliveryV2, ...shown.find((row) => row.id === id) };
					return { status: 200, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
				},
			});
			const poll = await open({ ...carriersCalling.cyke.fields, base_url: gateway.url });
			expect(await poll()).toEqual([]);
			shown = rows;
			expect(await poll()).toEqual([]);
			shown = [...rows, { id: 91, created_at: new Date(Date.now() + MINUTE).toISOString(), status: 'saved' }];
			expect((await poll()).map(({ id }) => id)).toEqual(['91']);
		}
	});
});
