import type { IDataObject } from 'n8n-workflow';

import { PACKAGE } from '../../sandbox/hosts/n8n';
import { useInstantClock } from '../n8n/instant-clock';
import { ClaimsWorkflow, MOVED } from './claims-workflow';
import { failWhole } from './failing-step';
import { workflowFile } from './files';

useInstantClock();

const file = workflowFile('missed-delivery-to-cubyn-claim');
const LOST = 'PARCEL_NEVER_RECEIVED_LOST_IN_TRANSIT';
const LATE = 'PARCEL_LATE_DELIVERY';

const ours = file.nodes.filter(({ type }) => type.endsWith('.cubyn')).map(({ name }) => name);
const outside = file.nodes.filter(({ type }) => /\.(httpRequest|emailSend)$/.test(type)).map(({ name }) => name);

let flow: ClaimsWorkflow;

beforeEach(async () => {
	flow = await ClaimsWorkflow.start(file);
});
afterEach(async () => await flow.sandbox.close());

test('a parcel that never arrives is claimed with its invoice, once, and the shop gets one mail', async () => {
	const [failed, silent, returned] = [flow.ship('WC-1'), flow.ship('WC-2'), flow.ship('WC-3')];
	await flow.wait(1);
	flow.end(failed, 'CARRIER_EXCEPTION');
	flow.end(returned, 'CARRIER_RETURN_RECEIVED');
	expect((await flow.moved()).map(({ status }) => status)).toEqual(['failed']);
	await flow.night();
	expect([flow.claims(), flow.mails]).toEqual([[], []]);
	await flow.wait(14);
	for (let time = 0; time < 3; time += 1) await flow.night();
	expect(flow.claims()).toEqual([failed, silent].map((id) => [LOST, String(id)]).sort());
	expect(flow.sandbox.cubyn.claims.map(({ input }) => input.attachments?.map(({ type }) => type))).toEqual([
		['COMMERCIAL_INVOICE'],
		['COMMERCIAL_INVOICE'],
	]);
	expect(flow.mails).toEqual(expect.arrayContaining(['WC-1', 'WC-2'].map((order) => expect.stringContaining(`Claim for order ${order}`))));
	expect(flow.mails).toHaveLength(2);
});

test('a parcel that came too late is claimed without an invoice; one in time is not', async () => {
	const [late, onTime] = [flow.ship('WC-1'), flow.ship('WC-2')];
	await flow.wait(2);
	flow.end(onTime, 'CARRIER_DELIVERED');
	await flow.wait(5);
	flow.end(late, 'CARRIER_DELIVERED');
	const emitted = await flow.moved();
	await flow.run(MOVED, emitted);
	await flow.night();
	expect(flow.claims()).toEqual([[LATE, String(late)]]);
	expect(flow.mails).toEqual([expect.stringContaining('Claim for order WC-1')]);
});

test('a parcel that arrives after its claim is not claimed as late as well, and a person hears of it', async () => {
	const id = flow.ship('WC-1');
	await flow.wait(15);
	await flow.night();
	flow.end(id, 'CARRIER_DELIVERED');
	await flow.moved();
	for (let time = 0; time < 2; time += 1) await flow.night();
	expect(flow.claims()).toEqual([[LOST, String(id)]]);
	expect(flow.mails).toEqual([expect.stringContaining('Claim for order WC-1'), expect.stringContaining('WC-1 came after all')]);
});

test('without an invoice nothing is claimed and a mail requests it; the night on which it is there claims', async () => {
	const ids = [flow.ship('WC-1'), flow.ship('WC-2')];
	flow.withoutInvoice.push('WC-1');
	await flow.wait(15);
	await flow.night();
	expect(flow.claims()).toEqual([[LOST, String(ids[1])]]);
	expect(flow.mails).toEqual(expect.arrayContaining([expect.stringMatching(/Invoice wanted: order WC-1[^]*404/)]));
	flow.withoutInvoice.length = 0;
	await flow.wait(1);
	await flow.night();
	expect(flow.claims()).toHaveLength(2);
});

test('a claim that Cubyn rejected is not made again, nor one that a person made', async () => {
	const [rejected, byHand] = [flow.ship('WC-1'), flow.ship('WC-2')];
	const parameters = { resource: 'claim', operation: 'create', type: 'PARCEL_MISSING_PRODUCT', entityId: String(byHand), resolutionTypeSelected: 'REFUND' };
	const { error } = await flow.n8n.run([{}], { type: `${PACKAGE}.cubyn`, parameters });
	expect(error).toBeUndefined();
	await flow.wait(15);
	await flow.night();
	for (const { id } of flow.sandbox.cubyn.claims) flow.sandbox.cubyn.decideClaim(id, 'REJECTED', 'PARCEL_DELIVERED_ON_TIME');
	for (let time = 0; time < 2; time += 1) await flow.night();
	expect(flow.claims()).toEqual([
		['PARCEL_MISSING_PRODUCT', String(byHand)],
		[LOST, String(rejected)],
	]);
});

test('after the time in which Cubyn takes claims, nothing is claimed any more', async () => {
	flow.ship('WC-1');
	const late = flow.ship('WC-2');
	await flow.wait(7);
	flow.end(late, 'CARRIER_DELIVERED');
	await flow.wait(30);
	await flow.night();
	expect([flow.claims(), flow.mails]).toEqual([[], []]);
});

test('the pinned sample is claimed as late', async () => {
	const [pinned] = file.pinData[MOVED] as { json: IDataObject }[];
	await flow.run(MOVED, [pinned?.json ?? {}]);
	expect(flow.mails).toEqual([expect.stringMatching(/order WC-1042/)]);
});

describe('no parcel is forgotten and none is claimed twice when a step fails once', () => {
	/** What fails first, so that a mail is sent about it. */
	const before: Readonly<Record<string, string>> = {
		'Ask for the invoice': 'Fetch the invoice',
		'Not claimed': 'Claim a lost parcel',
		'Report by mail': 'Parcels of the last weeks',
	};

	test.each([...ours, ...outside, 'the carrier', 'the trigger'])('%s', async (failing) => {
		const lost = ['WC-1', 'WC-2'].map((order) => flow.ship(order));
		await flow.wait(9);
		const late = ['WC-3', 'WC-4'].map((order) => flow.ship(order));
		await flow.wait(7);
		const after = flow.ship('WC-5');
		for (const id of late) flow.end(id, 'CARRIER_DELIVERED');
		const steps = [failing, ...(before[failing] === undefined ? [] : [before[failing]])];
		const { fails, left } = failWhole(file, [...ours, ...outside].includes(failing) ? steps : []);
		const nth = [1, 2, 3, 4, 5, 6, 7, 8];
		const down = { kind: 'gateway', status: 502, page: 'html', phase: 'before' } as const;
		if (failing === 'the carrier') flow.sandbox.faults.add({ carrier: 'cubyn', path: /claims/, fault: down, nth });
		if (failing !== 'the trigger') await flow.moved(fails, steps);
		for (let time = 0; time < 3; time += 1) {
			await flow.night(fails, steps);
			await flow.wait(1);
		}
		await flow.wait(15);
		await flow.night(fails, steps);
		flow.end(after, 'CARRIER_DELIVERED');
		await flow.moved(fails, steps);
		expect(left()).toEqual([]);
		expect(flow.claims()).toEqual([...[...lost, after].map((id) => [LOST, String(id)]), ...late.map((id) => [LATE, String(id)])].sort());
		const claimed = flow.mails.filter((mail) => mail.startsWith('Claim for order')).map((mail) => mail.slice(16, 20));
		expect(claimed.sort()).toEqual(['WC-1', 'WC-2', 'WC-3', 'WC-4', 'WC-5']);
	});
});
