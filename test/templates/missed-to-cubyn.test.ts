import type { IDataObject } from 'n8n-workflow';

import { createSandbox, type Sandbox } from '../../sandbox/carriers';
import { createN8n, PACKAGE, type N8n } from '../../sandbox/hosts/n8n';
import { useSwiftClock } from '../n8n/swift-clock';
import { parcel } from '../sandbox/cubynShop';
import { workflowFile } from './files';
import { standIns } from './stand-ins';

useSwiftClock();

const file = workflowFile('missed-delivery-to-cubyn-claim');
const DAY = 24 * 3_600_000;
let sandbox: Sandbox;
let n8n: N8n;

beforeEach(async () => {
	sandbox = createSandbox({ seed: 'templates', startAt: Date.now() });
	const { urls } = await sandbox.listen();
	n8n = await createN8n({ credentials: { cubynApi: { environment: 'other', base_url: urls.cubyn, application_key: 'CubynSandboxKey0001', api_key: 'CubynSandboxKey0001' } } });
});
afterEach(async () => await sandbox.close());

async function wait(ms: number): Promise<void> {
	jest.setSystemTime(Date.now() + ms);
	await sandbox.clock.advance(Date.now() - sandbox.clock.now());
}

const pdf = Buffer.from('%PDF-1.4 invoice').toString('base64');
const shop = () => standIns({}, { 'Fetch the invoice': { data: { data: pdf, mimeType: 'application/pdf', fileName: 'invoice.pdf' } } });
const claims = () => sandbox.cubyn.claims.map(({ given }) => [given.type, String(given.entityId)]);

/** Books parcels, lets something happen to them, and gives what the template's trigger tells. */
async function moved(happen: (ids: readonly number[]) => Promise<void>, count: number): Promise<IDataObject[]> {
	const trigger = file.nodes.find(({ name }) => name === 'Parcel moved');
	const poller = n8n.poller({ type: `${PACKAGE}.cubynTrigger`, name: 'Parcel moved', parameters: trigger?.parameters });
	await poller.poll();
	const ids = Array.from({ length: count }, (_, at) => sandbox.cubyn.book({ ...parcel, orderRef: `WC-${at + 1}` }).id);
	await wait(60_000);
	await happen(ids);
	return (await poller.poll()).map(({ json }) => json);
}

test('a parcel that never arrives is claimed with its invoice, once', async () => {
	const told = await moved(async ([lost = 0]) => {
		for (const status of ['PICKED', 'SHIPPED', 'CARRIER_IN_TRANSIT', 'CARRIER_EXCEPTION'] as const) sandbox.cubyn.setStatus(lost, status, { force: true });
	}, 1);
	expect(told.map(({ status }) => status)).toEqual(['failed']);
	const { make, taken } = shop();
	for (let time = 0; time < 2; time += 1) {
		const run = await n8n.runFile(file, 'Parcel moved', told, make);
		expect([run.status, run.error]).toEqual(['success', undefined]);
	}
	expect(claims()).toEqual([['PARCEL_NEVER_RECEIVED_LOST_IN_TRANSIT', String(told[0]?.id)]]);
	expect(taken[0]).toEqual({ node: 'Fetch the invoice', fields: expect.objectContaining({ url: 'https://shop.example.com/invoices/WC-1.pdf' }) });
	expect(taken.filter(({ node }) => node === 'Tell the shop')).toHaveLength(2);
});

test('a parcel that came too late is claimed without an invoice; one in time is not', async () => {
	const told = await moved(async ([late = 0, soon = 0]) => {
		for (const id of [late, soon]) for (const status of ['PICKED', 'SHIPPED'] as const) sandbox.cubyn.setStatus(id, status, { force: true });
		await wait(2 * DAY);
		sandbox.cubyn.setStatus(soon, 'CARRIER_DELIVERED', { force: true });
		await wait(5 * DAY);
		sandbox.cubyn.setStatus(late, 'CARRIER_DELIVERED', { force: true });
	}, 2);
	expect(told.map(({ status }) => status)).toEqual(['delivered', 'delivered']);
	const { make, taken } = shop();
	const run = await n8n.runFile(file, 'Parcel moved', told, make);
	expect([run.status, run.error]).toEqual(['success', undefined]);
	expect(claims()).toEqual([['PARCEL_LATE_DELIVERY', String(told.find(({ reference }) => reference === 'WC-1')?.id)]]);
	expect(taken.map(({ node, fields }) => [node, fields.subject])).toEqual([['Tell the shop', 'Claim for order WC-1']]);
});
