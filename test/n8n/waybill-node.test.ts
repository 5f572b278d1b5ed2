import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { createSandbox, type Sandbox } from '../../sandbox/carriers';
import { createN8n, PACKAGE, type N8n } from '../../sandbox/hosts/n8n';
import { Waybill } from '../../nodes/Waybill/Waybill.node';
import { danish, orderFor, parcels, presta, shopify, woo } from '../shops/order-steps/orders';
import { n8nAtCarriers } from './at-carriers';
import { useInstantClock } from './instant-clock';

useInstantClock();

const client = { clientId: 'till.clients.sandbox.example', clientSecret: 'HubriseSandboxTillSecret' };

let sandbox: Sandbox;
let n8n: N8n;

const browse = async (url: string) => (await fetch(url, { redirect: 'manual' })).headers.get('location') ?? '';

beforeEach(async () => {
	jest.setSystemTime(Date.parse('2026-11-24T10:00:00+01:00'));
	sandbox = createSandbox({ startAt: Date.now() });
	const { urls } = await sandbox.listen();
	const at = (url: string | undefined) => ({ environment: 'other', base_url: url ?? '' });
	const oauth = await (
		await createN8n({ credentials: {} })
	).connectOAuth('hubRiseOAuth2Api', { ...client, ...at(`${urls.hubrise}/`), access_level: 'location' }, browse);
	n8n = await n8nAtCarriers(sandbox, {
		hubRiseApi: { ...at(urls.hubrise), access_token: 'HubriseSandboxTill0001' },
		hubRiseOAuth2Api: oauth,
	});
});
afterEach(async () => await sandbox.close());

const asItem = (json: unknown): IDataObject => JSON.parse(JSON.stringify(json));
const step = (operation: string, parameters: INodeParameters) => ({
	type: `${PACKAGE}.waybill`,
	parameters: { resource: 'shopOrder', operation, ...parameters },
});
const cykeParcels: INodeParameters = { parcelsFields: { ...parcels, rule: 'one' } };

test('one batch goes to four carriers, each with its own credential', async () => {
	const orders = [woo(), shopify(danish({})), presta(), woo({ number: '700', id: 700 })];
	const items = orders.map((order, at) => ({ ...asItem(order), to: ['cyke', 'deliverit', 'cubyn', 'hubrise'][at] }));
	const run = await n8n.run(items, step('book', { carrier: '={{ $json.to }}', ...cykeParcels }));
	expect(run.error).toBeUndefined();
	expect(run.items.map(({ json }) => [json.outcome, json.carrier])).toEqual([
		['booked', 'cyke'],
		['booked', 'deliverit'],
		['booked', 'cubyn'],
		['booked', 'hubrise'],
	]);
});

test('a missing credential is named for each item that needs it', async () => {
	const missing = ['cykeApi', 'cubynApi', 'deliverItApi', 'hubRiseApi', 'hubRiseOAuth2Api'];
	const items = ['cyke', 'cubyn', 'deliverit', 'hubrise'].map((to) => ({ ...asItem(orderFor(to)()), to }));
	const run = await n8n.run(items, {
		...step('book', { carrier: '={{ $json.to }}', ...cykeParcels }),
		withoutCredentials: missing,
		onError: 'continueRegularOutput',
	});
	expect(run.items.map(({ json }) => json.error)).toEqual(
		['Cyke', 'Cubyn', 'DeliverIt', 'HubRise'].map((title) => expect.stringContaining(`no ${title} credential`)),
	);
});

describe.each(['accessToken', 'oAuth2'])('HubRise by %s', (authentication) => {
	test('books, reads and cancels by reference', async () => {
		const hubrise = { carrier: 'hubrise', authentication };
		const without = authentication === 'oAuth2' ? ['hubRiseApi'] : ['hubRiseOAuth2Api'];
		const with_ = (operation: string, parameters: INodeParameters) => ({
			...step(operation, { ...hubrise, ...parameters }),
			withoutCredentials: without,
		});
		const booked = await n8n.run([asItem(woo())], with_('book', {}));
		expect(booked.error).toBeUndefined();
		expect(booked.items[0]?.json).toMatchObject({ outcome: 'booked', carrier: 'hubrise' });
		const read = await n8n.run([{}], with_('get', { reference: 'WC-612' }));
		expect(read.items[0]?.json).toMatchObject({ carrier: 'hubrise', id: booked.items[0]?.json.id });
		const cancelled = await n8n.run([{}], with_('cancel', { reference: 'WC-612' }));
		expect(cancelled.error).toBeUndefined();
		expect(sandbox.hubrise.orders[0]).toMatchObject({ status: 'cancelled' });
	});
});

test.each(['cyke', 'cubyn', 'deliverit'])(
	'%s: a booking is read and cancelled by its reference alone',
	async (carrier) => {
		const booked = await n8n.run([asItem(orderFor(carrier)())], step('book', { carrier, ...cykeParcels }));
		const reference = String(booked.items[0]?.json.reference);
		const read = await n8n.run([{ reference }], step('get', { carrier, reference: '={{ $json.reference }}' }));
		expect(read.items[0]?.json).toMatchObject({ carrier, reference, id: booked.items[0]?.json.id });
		const cancelled = await n8n.run([{ reference }], step('cancel', { carrier, reference: '={{ $json.reference }}' }));
		expect(cancelled.error).toBeUndefined();
		const nothing = await n8n.run([{}], step('get', { carrier, reference: 'NO-SUCH' }));
		expect(nothing.error?.message).toContain('NO-SUCH');
	},
);

describe('as a tool', () => {
	const { properties, usableAsTool, credentials } = new Waybill().description;
	/** What an untouched form of the operation shows. */
	const shownFor = (operation: string) =>
		properties.filter(({ type, displayOptions }) => {
			const { operation: operations = [operation], ...others } = displayOptions?.show ?? {};
			const isShown = operations.includes(operation) && Object.keys(others).every((key) => key === 'resource');
			return isShown && type !== 'hidden' && type !== 'collection' && type !== 'notice';
		});

	test('it has few parameters, each with a description', () => {
		expect(usableAsTool).toBe(true);
		for (const operation of ['book', 'check', 'get', 'cancel']) {
			const shown = shownFor(operation);
			expect(shown.length).toBeLessThanOrEqual(6);
			for (const { name, description } of shown)
				if (name !== 'operation') expect([name, (description ?? '').length > 10]).toEqual([name, true]);
		}
		expect(shownFor('get').map(({ name }) => name)).toEqual(['carrier', 'operation', 'reference', 'output']);
	});

	test('no credential is required', () => {
		expect(credentials?.map(({ name, required }) => [name, required])).toEqual([
			['cykeApi', false],
			['cubynApi', false],
			['deliverItApi', false],
			['hubRiseApi', false],
			['hubRiseOAuth2Api', false],
		]);
	});
});
