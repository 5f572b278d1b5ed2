import { createSandbox, type Sandbox } from '../../sandbox/carriers';
import { createZapier, type StepOutput, type ZapierHost } from '../../sandbox/hosts/zapier';
import { isJsonObject, type Json, type JsonObject } from '../../shared/json';
import { carrierById } from '../../shared/registry';
import { flat, jsonOf } from '../../zapier/src/input-values';
import { shopCases } from '../shops/cases/all';
import { isKeptByCarrier, type ShopCase } from '../shops/cases/case';
import { mappedOrder } from '../shops/cases/mapped';
import { bookCase, runCase, type CaseHost } from '../shops/cases/run-case';
import { bookingsOf, placeOnce } from '../shops/cases/sandbox-orders';
import { NOW } from '../shops/order-steps/at-carrier';
import { appFor, authDataFor } from './run-on-zapier';

const fake = ['setTimeout', 'setInterval', 'setImmediate', 'clearTimeout', 'clearInterval', 'clearImmediate'] as const;

const accounts: Readonly<Record<string, Record<string, string>>> = {
	cyke: { cyke_email: 'shop@sandbox.example', cyke_token: 'CykeSandboxToken0001' },
	cubyn: { cubyn_application_key: 'CubynSandboxKey0001' },
	deliverit: { deliverit_username: 'shop@sandbox.example', deliverit_password: 'deliverit-sandbox-1' },
	hubrise: { hubrise_access_token: 'HubriseSandboxBridge0001' },
};

let sandbox: Sandbox;
const hosts = new Map<string, ZapierHost>();

// One sandbox for all: every case has orders of its own, and starting a host takes longer than a case.
beforeAll(async () => {
	jest.useFakeTimers({
		now: Date.parse(NOW),
		advanceTimers: true,
		doNotFake: [...fake, 'hrtime', 'nextTick', 'performance', 'queueMicrotask'],
	});
	sandbox = createSandbox({ startAt: NOW });
	const { urls } = await sandbox.listen();
	for (const [id, account] of Object.entries(accounts)) {
		const carrier = carrierById(id);
		const authData = {
			...authDataFor(carrier, 'all', Object.entries(urls).find(([name]) => name === id)?.[1] ?? ''),
			...account,
		};
		hosts.set(id, await createZapier(appFor(carrier, 'all'), { authData }));
	}
});
afterAll(async () => {
	for (const host of hosts.values()) await host.close();
	await sandbox.close();
	jest.useRealTimers();
});

beforeEach(() => jest.setSystemTime(Date.parse(NOW)));

function hostOf(id: string): ZapierHost {
	const host = hosts.get(id);
	if (!host) throw new Error(`There is no ${id}`);
	return host;
}

const formOf = (carrier: string, verb: string) =>
	carrierById(carrier).actions.find(({ id }) => id === `shopOrder.${verb}`)?.form ?? [];

/** HubRise's own step reads the order as its trigger emits it. */
async function triggered({ shop }: ShopCase, order: JsonObject): Promise<JsonObject> {
	if (!isKeptByCarrier(shop)) return order;
	const [item] = await hostOf('hubrise').search('hubrise_find_order', { order_id: placeOnce(sandbox, order) });
	const json = jsonOf(item);
	if (!isJsonObject(json)) throw new Error('HubRise gave no order');
	return json;
}

async function runStep(carrier: string, verb: string, values: JsonObject): Promise<StepOutput | undefined> {
	const host = hostOf(carrier);
	const input = flat(formOf(carrier, verb), values);
	if (verb === 'book') return await host.create('book_shop_order', input);
	if (verb === 'check') return (await host.search('find_shop_order_problems', input))[0];
	const output = await host.create('reconcile_shop_order', input);
	return Array.isArray(output.findings) ? output.findings[0] : undefined;
}

const HEAD = [
	'order_number',
	'order_key',
	'status',
	'payment_status',
	'cancelled_at',
	'test',
	'shipping_method',
	'shipping_method_code',
];

const headOf = (fields: Json | undefined): JsonObject =>
	isJsonObject(fields) ? Object.fromEntries(HEAD.map((key) => [key, fields[key]])) : {};

const host: CaseHost = {
	run: async (verb, at, order, input) => {
		const { shop, fields } = mappedOrder(at.shop, await triggered(at, order));
		const heads = { orders: [headOf(fields)] };
		const values = { ...input, shop, ...(verb === 'reconcile' ? heads : { fields }) };
		return await runStep(at.carrier, verb, values).then(
			(item) => ({ item: item ?? {} }),
			(error: unknown) => ({ message: error instanceof Error ? error.message : String(error) }),
		);
	},
	count: (carrier) => bookingsOf(sandbox, carrier),
};

/** Pings are no orders that anybody could map; the other two leave out a field that a user maps. */
const isMapped = ({ title }: ShopCase) =>
	!/^17 |^30 variant: (rows without|an empty text)|^20 variant: billed/.test(title);

const isVariant = ({ title }: ShopCase) => title.includes('variant');

// The steps around a booking are the same for a variant, and each takes this host a while.
test.each(shopCases.filter(isMapped))(
	'$title',
	async (each) => await (isVariant(each) ? bookCase : runCase)(each, host),
);
