import { z } from 'zod/v4';

import { createSandbox, type Sandbox } from '../../sandbox/carriers';
import { createZapier, type ZapierHost } from '../../sandbox/hosts/zapier';
import { carrierById } from '../../shared/registry';
import { createDeliveredParcel } from '../sandbox/cubyn-client';
import { errorOf } from './with-cyke';
import { appFor, authDataFor } from './run-on-zapier';

const cubyn = () => carrierById('cubyn');
const files = z.array(z.object({ key: z.string(), url: z.string() }));

let sandbox: Sandbox;
let host: ZapierHost;
let parcel: number;

beforeEach(async () => {
	sandbox = createSandbox();
	sandbox.cubyn.settings.labelMs = 0;
	parcel = await createDeliveredParcel(sandbox);
	const { urls } = await sandbox.listen();
	host = await createZapier(appFor(cubyn(), 'all'), {
		authData: { ...authDataFor(cubyn(), 'all', urls.cubyn), cubyn_application_key: 'CubynSandboxKey0001' },
	});
});
afterEach(async () => {
	await host.close();
	await sandbox.close();
});

const createReturn = async () => {
	const item = await host.create('cubyn_create_and_get_label_return', { id: String(parcel) });
	expect(item).toMatchObject({ outcome: 'created', labelStatus: 'SUCCESS' });
	return { id: item.id, pointer: files.parse(item.files)[0]?.url ?? '' };
};
const reads = () => sandbox.journal.find({ route: 'vault.read' });

test("a return's label is a file that a later step can still take when the carrier's own link has died", async () => {
	const { id, pointer } = await createReturn();
	expect(pointer).toMatch(/^hydrate\|\|\|/);
	expect(pointer).not.toMatch(/Signature|CubynSandboxKey/);
	expect(reads()).toEqual([]);
	await sandbox.clock.advance(3 * 24 * 3_600_000);
	expect((await host.file(pointer)).toString('latin1')).toContain(`CUB${String(id)}`);
	expect(reads().map(({ headers, status }) => [headers['x-application'], status])).toEqual([[undefined, 200]]);
});

test('a label that is gone is reported', async () => {
	const { pointer } = await createReturn();
	const label = sandbox.cubyn.attachments[0]?.id ?? 0;
	await host.create('cubyn_delete_attachment', { id: String(label) });
	expect((await errorOf(host.file(pointer))).message).toContain('Attachment is not found');
});
