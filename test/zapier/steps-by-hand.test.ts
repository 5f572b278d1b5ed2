import { createSandbox, type Sandbox } from '../../sandbox/carriers';
import { createZapier, type ZapierHost } from '../../sandbox/hosts/zapier';
import { carrierById } from '../../shared/registry';
import { NOW } from '../shops/order-steps/at-carrier';
import { appFor, authDataFor } from './run-on-zapier';

const fake = ['setTimeout', 'setInterval', 'setImmediate', 'clearTimeout', 'clearInterval', 'clearImmediate'] as const;

let sandbox: Sandbox;
let host: ZapierHost;

beforeAll(async () => {
	jest.useFakeTimers({
		now: Date.parse(NOW),
		advanceTimers: true,
		doNotFake: [...fake, 'hrtime', 'nextTick', 'performance', 'queueMicrotask'],
	});
	sandbox = createSandbox({ startAt: NOW });
	const { urls } = await sandbox.listen();
	const cyke = carrierById('cyke');
	const account = { cyke_email: 'shop@sandbox.example', cyke_token: 'CykeSandboxToken0001' };
	host = await createZapier(appFor(cyke, 'all'), { authData: { ...authDataFor(cyke, 'all', urls.cyke), ...account } });
});
afterAll(async () => {
	await host.close();
	await sandbox.close();
	jest.useRealTimers();
});

const delivery = {
	dropoff_slot_starting_at: '2026-11-25T14:00:00+01:00',
	dropoff_slot_ending_at: '2026-11-25T16:00:00+01:00',
	dropoff_recipient_name: 'Nora Petit',
	dropoff_recipient_phone: '06 11 22 33 44',
	dropoff_address: '3 rue Oberkampf',
	dropoff_postal_code: '75011',
	dropoff_city: 'Paris',
};
const savon = {
	packages_name: 'Savon',
	packages_amount: '1',
	packages_volume_dm3: '20',
	packages_weight_kg: '5',
};
const asTexts = (name: string, amount: string) => ({
	...savon,
	packages: undefined,
	packages_name: name,
	packages_amount: amount,
});
const soaps = [
	{ name: 'Savon', amount: 2 },
	{ name: 'Bougie', amount: 1 },
];

test.each<[string, object, object]>([
	[
		'10 entities',
		{
			dropoff_recipient_name: 'Nora O&#039;Neill',
			dropoff_address: '12 rue de l&#8217;Ourcq',
			packages: [{ ...savon, packages_name: 'Sel &amp; poivre' }],
		},
		{ dropoff: { name: "Nora O'Neill", street: '12 rue de l’Ourcq' }, packages: [{ name: 'Sel & poivre' }] },
	],
	[
		'48 a comma in a name, and two lines',
		asTexts('Savon, lavande,Bougie', '2,1'),
		{
			packages: [
				{ name: 'Savon, lavande', amount: 2 },
				{ name: 'Bougie', amount: 1 },
			],
		},
	],
	[
		'48 a comma in the only name',
		asTexts('Savon, lavande', '1'),
		{ packages: [{ name: 'Savon, lavande', amount: 1 }] },
	],
	['48 two names and one size', asTexts('Savon,Bougie', '2,1'), { packages: soaps }],
	['48 variant: a list in one row', { packages: [asTexts('Savon,Bougie', '2,1')] }, { packages: soaps }],
	[
		'48 variant: sizes of their own',
		{ ...asTexts('Savon,Bougie', '2,1'), packages_weight_kg: '5,1.5' },
		{ packages: soaps },
	],
	[
		'48 variant: three names',
		asTexts('Savon,Bougie,Pain, complet', '2,1,4'),
		{ packages: [...soaps, { name: 'Pain, complet', amount: 4 }] },
	],
	['49 as databases write it', { packages: [savon], dropoff_slot_starting_at: '2026-11-25 14:00:00+01' }, {}],
])('%s', async (title, changes, wanted) => {
	const item = await host.create('cyke_create_delivery', {
		client_order_reference: title,
		...delivery,
		...changes,
	});
	expect(item).toMatchObject({ dropoff: { slotStart: '2026-11-25T14:00:00.000+01:00' }, ...wanted });
});

test.each([
	['11 a digit missing', { dropoff_recipient_phone: '06 11 22 33 4' }, '06 11 22 33 4'],
	['12 zeros', { dropoff_recipient_phone: '0000000000' }, '0000000000'],
	['48 variant: more names than amounts', asTexts('Savon,Bougie,Pain', '2,1'), 'Packages'],
])('%s is refused by name', async (title, changes, text) => {
	const input = { client_order_reference: title, ...delivery, packages: [savon], ...changes };
	await expect(host.create('cyke_create_delivery', input)).rejects.toThrow(text);
});
