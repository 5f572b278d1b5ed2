import { BinaryDataService } from 'n8n-core';

import { createSandbox, type Sandbox } from '../../sandbox/carriers';
import { createN8n, fillForm, type N8n } from '../../sandbox/hosts/n8n';
import { fileClaim } from '../../shared/carriers/cubyn/claims/file';
import { createReturnAndGetLabel } from '../../shared/carriers/cubyn/returns/label';
import { carrierById } from '../../shared/registry';
import { createDeliveredParcel } from '../sandbox/cubyn-client';
import { credentialsAt, nodeType } from './run-on-n8n';
import { useInstantClock } from './instant-clock';

useInstantClock();

const cubyn = carrierById('cubyn');
const KEY = 'CubynSandboxKey0001';
const PDF = Buffer.from('%PDF-1.4\n1 0 obj << /Type /Page >> endobj\n');

let sandbox: Sandbox;
let n8n: N8n;
let parcel: number;

beforeEach(async () => {
	sandbox = createSandbox({ startAt: Date.now() });
	sandbox.cubyn.settings.labelMs = 0;
	parcel = await createDeliveredParcel(sandbox);
	const { urls } = await sandbox.listen();
	const [name, stored] = Object.entries(credentialsAt(cubyn, urls.cubyn))[0] ?? ['', undefined];
	n8n = await createN8n({ credentials: stored ? { [name]: { ...stored, application_key: KEY } } : {} });
});
afterEach(async () => await sandbox.close());

const step = (options = {}) => ({
	type: nodeType(cubyn),
	parameters: { ...fillForm(createReturnAndGetLabel, { id: parcel }), options },
});

test('a return comes with its label as a PDF, which needs no key and gets none', async () => {
	const run = await n8n.run([{}], step());
	expect(run.error).toBeUndefined();
	const id = String(run.items[0]?.json.id);
	expect(run.items[0]?.json).toMatchObject({ outcome: 'created', labelStatus: 'SUCCESS' });
	expect(run.items[0]?.binary?.label).toMatchObject({
		mimeType: 'application/pdf',
		fileName: `return-label-${id}.pdf`,
	});
	expect(Buffer.from(run.items[0]?.binary?.label?.data ?? '', 'base64').toString('latin1')).toMatch(
		/^%PDF-1\.4[\s\S]*%%EOF\n$/,
	);
	expect(sandbox.journal.find({ route: 'vault.read' }).map(({ headers }) => headers['x-application'])).toEqual([
		undefined,
	]);
});

test('or without, where its user wants none', async () => {
	const run = await n8n.run([{}], step({ downloadFiles: false }));
	expect(run.items[0]?.json).toMatchObject({ outcome: 'created' });
	expect(run.items[0]?.binary).toBeUndefined();
	expect(sandbox.journal.find({ route: 'vault.read' })).toEqual([]);
});

test('a label that cannot be fetched leaves the return with a warning', async () => {
	sandbox.faults.add({ route: 'vault.read', fault: { kind: 'status', status: 503, phase: 'before' } });
	const run = await n8n.run([{}], step());
	expect(run.error).toBeUndefined();
	expect(run.items[0]?.json).toMatchObject({
		outcome: 'created',
		warnings: [expect.stringContaining('could not be fetched')],
	});
	expect(sandbox.cubyn.parcels.filter(({ type }) => type === 'RECIPIENT_RETURN')).toHaveLength(1);
});

test('nor does a label that is too large for n8n undo the return', async () => {
	jest
		.spyOn(BinaryDataService.prototype, 'store')
		.mockRejectedValue(new Error('ENOSPC: no space left on device, write /data/secret-path'));
	const run = await n8n.run([{}], step());
	expect(run.error).toBeUndefined();
	expect(run.items[0]?.json).toMatchObject({
		outcome: 'created',
		warnings: [expect.stringContaining('n8n could not keep it')],
	});
	expect(JSON.stringify(run.items)).not.toContain('secret-path');
	expect(sandbox.cubyn.parcels.filter(({ type }) => type === 'RECIPIENT_RETURN')).toHaveLength(1);
});

test('a claim takes its papers from the incoming item', async () => {
	const input = {
		type: 'PARCEL_NEVER_RECEIVED',
		entityId: String(parcel),
		resolutionTypeSelected: 'REFUND',
		attachments: [{ type: 'COMMERCIAL_INVOICE', file: 'data' }],
	};
	const invoice = { data: PDF.toString('base64'), fileName: 'invoice.pdf', mimeType: 'application/pdf' };
	const parameters = fillForm(fileClaim, input);
	const run = await n8n.runWith([{ json: {}, binary: { data: invoice } }], { type: nodeType(cubyn), parameters });
	expect(run.error).toBeUndefined();
	expect(run.items[0]?.json).toMatchObject({
		outcome: 'created',
		carrierStatus: 'CREATED',
		attachments: [{ type: 'COMMERCIAL_INVOICE' }],
	});
	const without = await n8n.runWith([{ json: {} }], { type: nodeType(cubyn), parameters });
	expect(without.error?.message).toContain('Attachment 1 File names no file of the incoming item');
	expect(sandbox.journal.find({ route: 'files.create' })).toHaveLength(1);
});
