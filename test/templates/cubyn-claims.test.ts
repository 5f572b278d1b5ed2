import type { IDataObject, INode } from 'n8n-workflow';

import { createSandbox, type Sandbox } from '../../sandbox/carriers';
import { createN8n, PACKAGE, type N8n, type StandIn } from '../../sandbox/hosts/n8n';
import { useInstantClock } from '../n8n/instant-clock';
import { parcel } from '../sandbox/cubyn-client';
import { failingStub, failWhole, mayFail } from './failing-step';
import { withoutPauses, workflowFile } from './files';
import { flowStub } from './node-stubs';
import { noTrouble } from './shop-workflow';

useInstantClock();

const file = workflowFile('missed-delivery-to-cubyn-claim');
const MOVED = 'Parcel moved';
const NIGHT = 'Every night';
const DAY_MS = 24 * 3_600_000;
const LOST = 'PARCEL_NEVER_RECEIVED_LOST_IN_TRANSIT';
const LATE = 'PARCEL_LATE_DELIVERY';
const pdf = { data: Buffer.from('%PDF-1.4 invoice').toString('base64'), mimeType: 'application/pdf', fileName: 'invoice.pdf' };

type Trouble = (name: string) => boolean;

const ours = file.nodes.filter(({ type }) => type.endsWith('.cubyn')).map(({ name }) => name);
const outside = file.nodes.filter(({ type }) => /\.(httpRequest|emailSend)$/.test(type)).map(({ name }) => name);

let sandbox: Sandbox;
let n8n: N8n;
let poller: ReturnType<N8n['poller']>;
let mails: string[];
/** Orders whose invoice the shop does not have. */
let withoutInvoice: string[];

beforeEach(async () => {
	sandbox = createSandbox({ seed: 'templates', startAt: Date.now() });
	const { urls } = await sandbox.listen();
	const cubynApi = { environment: 'other', base_url: urls.cubyn, application_key: 'CubynSandboxKey0001', api_key: 'CubynSandboxKey0001' };
	n8n = await createN8n({ credentials: { cubynApi } });
	const parameters = file.nodes.find(({ name }) => name === MOVED)?.parameters;
	poller = n8n.poller({ type: `${PACKAGE}.cubynTrigger`, name: MOVED, parameters });
	await poller.poll();
	[mails, withoutInvoice] = [[], []];
});
afterEach(async () => await sandbox.close());

/** The shop's invoices, and mails. */
function outsideStub(node: INode, trouble: Trouble): StandIn {
	return {
		async execute() {
			const out = this.getInputData().map((item, index) => {
				const field = (name: string) => String(this.getNodeParameter(name, index));
				const pairedItem = { item: index };
				const isDown = trouble(node.name);
				const isGone = node.type.endsWith('.httpRequest') && withoutInvoice.some((each) => field('url').includes(each));
				if (isDown || isGone) return { json: { error: isDown ? `${node.name} is down` : '404 Not Found' }, pairedItem };
				if (node.type.endsWith('.httpRequest')) return { json: {}, binary: { data: pdf }, pairedItem };
				if (node.type.endsWith('.emailSend')) mails.push(`${field('subject')}\n${field('text')}`);
				return { ...item, pairedItem };
			});
			return [out];
		},
	};
}

async function run(from: string, items: readonly IDataObject[], trouble: Trouble = noTrouble, failing: readonly string[] = []) {
	const stubFor = (node: INode) => flowStub(node) ?? failingStub(node, n8n, trouble) ?? outsideStub(node, trouble);
	const { status, error } = await n8n.runFile(withoutPauses(mayFail(file, failing.filter((name) => ours.includes(name)))), from, [...items], stubFor);
	expect([status, error]).toEqual(['success', undefined]);
}

async function wait(days: number): Promise<void> {
	jest.setSystemTime(Date.now() + days * DAY_MS);
	await sandbox.clock.advance(Date.now() - sandbox.clock.now());
}

function ship(reference: string): number {
	const { id } = sandbox.cubyn.book({ ...parcel, orderRef: reference });
	for (const status of ['PICKED', 'SHIPPED', 'CARRIER_IN_TRANSIT'] as const) sandbox.cubyn.setStatus(id, status, { force: true });
	return id;
}

const end = (id: number, status: 'CARRIER_DELIVERED' | 'CARRIER_EXCEPTION' | 'CARRIER_RETURN_RECEIVED') =>
	sandbox.cubyn.setStatus(id, status, { force: true });

/** What the trigger emits starts the workflow. */
async function moved(trouble: Trouble = noTrouble, failing: readonly string[] = []): Promise<IDataObject[]> {
	const items = (await poller.poll()).map(({ json }) => json);
	if (items.length > 0) await run(MOVED, items, trouble, failing);
	return items;
}

const night = async (trouble?: Trouble, failing?: readonly string[]) => await run(NIGHT, [{}], trouble, failing);
const claims = () => sandbox.cubyn.claims.map(({ input }) => [input.type, String(input.entityId)]).sort();

test('a parcel that never arrives is claimed with its invoice, once, and the shop gets one mail', async () => {
	const [failed, silent, returned] = [ship('WC-1'), ship('WC-2'), ship('WC-3')];
	await wait(1);
	end(failed, 'CARRIER_EXCEPTION');
	end(returned, 'CARRIER_RETURN_RECEIVED');
	expect((await moved()).map(({ status }) => status)).toEqual(['failed']);
	await night();
	expect([claims(), mails]).toEqual([[], []]);
	await wait(14);
	for (let time = 0; time < 3; time += 1) await night();
	expect(claims()).toEqual([failed, silent].map((id) => [LOST, String(id)]).sort());
	expect(sandbox.cubyn.claims.map(({ input }) => input.attachments?.map(({ type }) => type))).toEqual([
		['COMMERCIAL_INVOICE'],
		['COMMERCIAL_INVOICE'],
	]);
	expect(mails).toEqual(expect.arrayContaining(['WC-1', 'WC-2'].map((order) => expect.stringContaining(`Claim for order ${order}`))));
	expect(mails).toHaveLength(2);
});

test('a parcel that came too late is claimed without an invoice; one in time is not', async () => {
	const [late, onTime] = [ship('WC-1'), ship('WC-2')];
	await wait(2);
	end(onTime, 'CARRIER_DELIVERED');
	await wait(5);
	end(late, 'CARRIER_DELIVERED');
	const emitted = await moved();
	await run(MOVED, emitted);
	await night();
	expect(claims()).toEqual([[LATE, String(late)]]);
	expect(mails).toEqual([expect.stringContaining('Claim for order WC-1')]);
});

test('a parcel that arrives after its claim is not claimed as late as well, and a person hears of it', async () => {
	const id = ship('WC-1');
	await wait(15);
	await night();
	end(id, 'CARRIER_DELIVERED');
	await moved();
	for (let time = 0; time < 2; time += 1) await night();
	expect(claims()).toEqual([[LOST, String(id)]]);
	expect(mails).toEqual([expect.stringContaining('Claim for order WC-1'), expect.stringContaining('WC-1 came after all')]);
});

test('without an invoice nothing is claimed and a mail requests it; the night on which it is there claims', async () => {
	const ids = [ship('WC-1'), ship('WC-2')];
	withoutInvoice.push('WC-1');
	await wait(15);
	await night();
	expect(claims()).toEqual([[LOST, String(ids[1])]]);
	expect(mails).toEqual(expect.arrayContaining([expect.stringMatching(/Invoice wanted: order WC-1[^]*404/)]));
	withoutInvoice.length = 0;
	await wait(1);
	await night();
	expect(claims()).toHaveLength(2);
});

test('a claim that Cubyn rejected is not made again, nor one that a person made', async () => {
	const [rejected, byHand] = [ship('WC-1'), ship('WC-2')];
	const parameters = { resource: 'claim', operation: 'create', type: 'PARCEL_MISSING_PRODUCT', entityId: String(byHand), resolutionTypeSelected: 'REFUND' };
	const { error } = await n8n.run([{}], { type: `${PACKAGE}.cubyn`, parameters });
	expect(error).toBeUndefined();
	await wait(15);
	await night();
	for (const { id } of sandbox.cubyn.claims) sandbox.cubyn.decideClaim(id, 'REJECTED', 'PARCEL_DELIVERED_ON_TIME');
	for (let time = 0; time < 2; time += 1) await night();
	expect(claims()).toEqual([
		['PARCEL_MISSING_PRODUCT', String(byHand)],
		[LOST, String(rejected)],
	]);
});

test('after the time in which Cubyn takes claims, nothing is claimed any more', async () => {
	ship('WC-1');
	const late = ship('WC-2');
	await wait(7);
	end(late, 'CARRIER_DELIVERED');
	await wait(30);
	await night();
	expect([claims(), mails]).toEqual([[], []]);
});

test('the pinned sample is claimed as late', async () => {
	const [pinned] = file.pinData[MOVED] as { json: IDataObject }[];
	await run(MOVED, [pinned?.json ?? {}]);
	expect(mails).toEqual([expect.stringMatching(/order WC-1042/)]);
});

describe('no parcel is forgotten and none is claimed twice when a step fails once', () => {
	/** What fails first, so that a mail is sent about it. */
	const before: Readonly<Record<string, string>> = {
		'Ask for the invoice': 'Fetch the invoice',
		'Not claimed': 'Claim a lost parcel',
		'Report by mail': 'Parcels of the last weeks',
	};

	test.each([...ours, ...outside, 'the carrier', 'the trigger'])('%s', async (failing) => {
		const lost = ['WC-1', 'WC-2'].map(ship);
		await wait(9);
		const late = ['WC-3', 'WC-4'].map(ship);
		await wait(7);
		const after = ship('WC-5');
		for (const id of late) end(id, 'CARRIER_DELIVERED');
		const steps = [failing, ...(before[failing] === undefined ? [] : [before[failing]])];
		const { fails, left } = failWhole(file, [...ours, ...outside].includes(failing) ? steps : []);
		const nth = [1, 2, 3, 4, 5, 6, 7, 8];
		const down = { kind: 'gateway', status: 502, page: 'html', phase: 'before' } as const;
		if (failing === 'the carrier') sandbox.faults.add({ carrier: 'cubyn', path: /claims/, fault: down, nth });
		if (failing !== 'the trigger') await moved(fails, steps);
		for (let time = 0; time < 3; time += 1) {
			await night(fails, steps);
			await wait(1);
		}
		await wait(15);
		await night(fails, steps);
		end(after, 'CARRIER_DELIVERED');
		await moved(fails, steps);
		expect(left()).toEqual([]);
		expect(claims()).toEqual([...[...lost, after].map((id) => [LOST, String(id)]), ...late.map((id) => [LATE, String(id)])].sort());
		const claimed = mails.filter((mail) => mail.startsWith('Claim for order')).map((mail) => mail.slice(16, 20));
		expect(claimed.sort()).toEqual(['WC-1', 'WC-2', 'WC-3', 'WC-4', 'WC-5']);
	});
});
