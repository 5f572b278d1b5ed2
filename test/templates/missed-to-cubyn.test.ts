import type { IDataObject } from 'n8n-workflow';

import { createSandbox, type Sandbox } from '../../sandbox/carriers';
import { createN8n, PACKAGE, type N8n } from '../../sandbox/hosts/n8n';
import { useInstantClock } from '../n8n/instant-clock';
import { parcel } from '../sandbox/cubyn-client';
import { workflowFile } from './files';
import { createNodeStubs } from './node-stubs';

useInstantClock();

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
const shop = () => createNodeStubs({}, { 'Fetch the invoice': { data: { data: pdf, mimeType: 'application/pdf', fileName: 'invoice.pdf' } } });
const claims = () => sandbox.cubyn.claims.map(({ input }) => [input.type, String(input.entityId)]);

/** Books parcels, applies events to them, and returns what the template's trigger emits. */
async function movedParcels(change: (ids: readonly number[]) => Promise<void>, count: number): Promise<IDataObject[]> {
	const trigger = file.nodes.find(({ name }) => name === 'Parcel moved');
	const poller = n8n.poller({ type: `${PACKAGE}.cubynTrigger`, name: 'Parcel moved', parameters: trigger?.parameters });
	await poller.poll();
	const ids = Array.from({ length: count }, (_, at) => sandbox.cubyn.book({ ...parcel, orderRef: `WC-${at + 1}` }).id);
	await wait(60_000);
	await change(ids);
	return (await poller.poll()).map(({ json }) => json);
}

test('a parcel that never arrives is claimed with its invoice, once', async () => {
	const emitted = await movedParcels(async ([lostId = 0]) => {
		for (const status of ['PICKED', 'SHIPPED', 'CARRIER_IN_TRANSIT', 'CARRIER_EXCEPTION'] as const) sandbox.cubyn.setStatus(lostId, status, { force: true });
	}, 1);
	expect(emitted.map(({ status }) => status)).toEqual(['failed']);
	const { stubFor, calls } = shop();
	for (let time = 0; time < 2; time += 1) {
		const run = await n8n.runFile(file, 'Parcel moved', emitted, stubFor);
		expect([run.status, run.error]).toEqual(['success', undefined]);
	}
	expect(claims()).toEqual([['PARCEL_NEVER_RECEIVED_LOST_IN_TRANSIT', String(emitted[0]?.id)]]);
	expect(calls[0]).toEqual({ node: 'Fetch the invoice', fields: expect.objectContaining({ url: 'https://shop.example.com/invoices/WC-1.pdf' }) });
	expect(calls.filter(({ node }) => node === 'Tell the shop')).toHaveLength(2);
});

test('a parcel that came too late is claimed without an invoice; one in time is not', async () => {
	const emitted = await movedParcels(async ([lateId = 0, onTimeId = 0]) => {
		for (const id of [lateId, onTimeId]) for (const status of ['PICKED', 'SHIPPED'] as const) sandbox.cubyn.setStatus(id, status, { force: true });
		await wait(2 * DAY);
		sandbox.cubyn.setStatus(onTimeId, 'CARRIER_DELIVERED', { force: true });
		await wait(5 * DAY);
		sandbox.cubyn.setStatus(lateId, 'CARRIER_DELIVERED', { force: true });
	}, 2);
	expect(emitted.map(({ status }) => status)).toEqual(['delivered', 'delivered']);
	const { stubFor, calls } = shop();
	const run = await n8n.runFile(file, 'Parcel moved', emitted, stubFor);
	expect([run.status, run.error]).toEqual(['success', undefined]);
	expect(claims()).toEqual([['PARCEL_LATE_DELIVERY', String(emitted.find(({ reference }) => reference === 'WC-1')?.id)]]);
	expect(calls.map(({ node, fields }) => [node, fields.subject])).toEqual([['Tell the shop', 'Claim for order WC-1']]);
});
