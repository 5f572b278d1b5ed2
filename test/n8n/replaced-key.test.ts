import { createN8n, PACKAGE } from '../../sandbox/hosts/n8n';
import { createSandbox, type Sandbox } from '../../sandbox/carriers';
import { useInstantClock } from './instant-clock';

useInstantClock();

let sandbox: Sandbox;
let base_url: string;
beforeEach(async () => {
	sandbox = createSandbox({ startAt: Date.now() });
	base_url = (await sandbox.listen()).urls.cubyn;
});
afterEach(async () => await sandbox.close());

/** The same credential of n8n with one key of the account or the other. */
async function pollerWith(application: number, state = {}, credential?: string) {
	const key = sandbox.cubyn.accounts[0]?.applications[application]?.key ?? '';
	const fields = { application_key: key, environment: 'other', base_url };
	const n8n = await createN8n({ credentials: { cubynApi: fields, ...(credential ? { [credential]: fields } : {}) } });
	return n8n.poller({ type: `${PACKAGE}.cubynTrigger`, parameters: { event: 'stockChanged' }, credential }, state);
}

const skus = (items: readonly { json: { [key: string]: unknown } }[]) => items.map(({ json }) => json.sku);

test('events between two keys of one account are emitted after the key was replaced', async () => {
	const before = await pollerWith(0);
	expect(await before.poll()).toEqual([]);
	sandbox.cubyn.addStock('SHIRT', 5);
	const after = await pollerWith(1, before.state());
	expect(skus(await after.poll())).toEqual(['SHIRT']);
	expect(await after.poll()).toEqual([]);
});

test('another credential is another account as far as n8n can tell, and begins anew', async () => {
	const before = await pollerWith(0);
	await before.poll();
	sandbox.cubyn.addStock('SHIRT', 5);
	const other = await pollerWith(1, before.state(), 'another-credential');
	expect(await other.poll()).toEqual([]);
});
