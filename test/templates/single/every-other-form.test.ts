import { carriers } from '../../../shared/registry';
import { useInstantClock } from '../../n8n/instant-clock';
import { ClaimsWorkflow } from '../claims-workflow';
import { singleFiles, workflowFile } from '../files';
import { customer, HubRiseWorkflow } from '../hubrise-workflow';
import { propose, proposeAlways, statesOf } from '../proposal';
import { shopCases } from '../shop-cases';
import { ShopWorkflow } from '../shop-workflow';
import { atCarrier, eachFailsOnce, liveAt, outage } from './form-run';

useInstantClock();

const carrierOf = (id: string) => {
	const found = carriers.find((carrier) => carrier.id === id);
	if (!found) throw new Error(`There is no carrier ${id}`);
	return found;
};

/** The one with a Switch leads to a carrier that it does not have before its owner chooses. */
const hubRiseForms = singleFiles
	.filter(([path]) => path.endsWith('hubrise-orders-to-a-courier'))
	.map(([path, file]) => ({ path, file, carrier: carrierOf(path.includes('/') ? String(path.split('/')[0]) : 'cubyn') }));

const freja = {
	...customer,
	phone: '+4512345678',
	address_1: 'Vestergade 10',
	postal_code: '5000',
	city: 'Odense C',
	country: 'DK',
	latitude: '55.3957969',
	longitude: '10.3912053',
};

const items = [{ product_name: 'Cake', sku_ref: 'product_2', price: '12.00 EUR', quantity: '1' }];

describe.each(hubRiseForms)('$path', ({ file, carrier }) => {
	let flow: HubRiseWorkflow;

	beforeEach(async () => {
		flow = await HubRiseWorkflow.start({ carrier: carrier.id }, file);
	});
	afterEach(async () => await flow.sandbox.close());

	const place = () => flow.place({ items, ...(atCarrier(carrier).isDanish === true ? { customer: freja } : {}) });
	const live = () => liveAt(carrier, flow.sandbox);

	test('books an order, shows the courier in HubRise, and cancels him with the order', async () => {
		const id = place();
		await flow.pollOrders();
		expect([live(), flow.delivery(id)?.carrier]).toEqual([[`HR-${id}`], carrier.title]);
		flow.sandbox.hubrise.setOrderStatus(id, 'cancelled');
		await flow.pollOrders();
		const { decidesLater } = atCarrier(carrier);
		expect([live(), flow.delivery(id)?.status]).toEqual([[], decidesLater === true ? 'pending' : 'cancelled']);
		// A carrier of parcels has no time at which it comes, and the restaurant should know.
		expect(flow.mails.filter((mail) => !mail.includes('without time slots'))).toEqual([]);
	});

	test('a carrier that is down books nothing; somebody hears of it, and the next look books', async () => {
		const id = place();
		const end = outage(carrier, flow.sandbox);
		await flow.pollOrders();
		await flow.look();
		expect([live(), flow.order(id)?.status, flow.notesOf(id)]).toEqual([[], 'accepted', []]);
		expect(flow.mails.length).toBeGreaterThan(0);
		end();
		await flow.look();
		expect(live()).toEqual([`HR-${id}`]);
	});

	test('a HubRise that takes no write for a while is told in the end, and one courier is booked', async () => {
		const id = place();
		const down = { kind: 'gateway', status: 502, page: 'html', phase: 'before' } as const;
		flow.sandbox.faults.add({ carrier: 'hubrise', effect: 'write', fault: down, nth: [1, 2, 3, 4, 5, 6, 7, 8] });
		await flow.pollOrders();
		for (let look = 0; look < 2; look += 1) await flow.look();
		expect([live(), flow.delivery(id)?.carrier]).toEqual([[`HR-${id}`], carrier.title]);
	});
});

describe.each(shopCases)('$id-proposed-times', ({ id: shopId, prefix, open }) => {
	const file = workflowFile(`single/${shopId}-proposed-times`);
	let shop: ReturnType<typeof open>;
	let flow: ShopWorkflow;

	beforeEach(async () => {
		shop = open();
		shop.place('41');
		flow = await ShopWorkflow.start(file, shop);
		proposeAlways(flow.sandbox.deliverit);
	});
	afterEach(async () => await flow.sandbox.close());

	const notes = () => shop.notes.map(({ note }) => note);

	test('a time that is accepted brings the driver, and the order says so', async () => {
		await flow.run('Answer', [{ ...(await propose(flow, prefix, '41')), choice: 'Accept' }]);
		expect([statesOf(flow), notes()]).toEqual([['booked'], [expect.stringMatching(/scheduled/)]]);
		expect(shop.mails).toEqual([]);
	});

	test('a carrier that is down accepts nothing and says so; pressing again accepts', async () => {
		const proposal = await propose(flow, prefix, '41');
		const answer = { ...proposal, choice: 'Accept' };
		const end = outage(carrierOf('deliverit'), flow.sandbox);
		await flow.run('Answer', [answer]);
		expect([statesOf(flow), notes()]).toEqual([['pushed'], []]);
		expect(shop.mails).toEqual([expect.stringContaining(String(proposal.id))]);
		end();
		await flow.run('Answer', [answer]);
		expect([statesOf(flow), notes().length]).toEqual([['booked'], 1]);
	});

	test('each step of the shop fails once: the time is accepted once, and the order says so once', async () => {
		const answer = { ...(await propose(flow, prefix, '41')), choice: 'Accept' };
		const fails = eachFailsOnce(flow.stepsOutside());
		for (let press = 0; press < 2; press += 1) await flow.run('Answer', [answer], fails);
		expect([statesOf(flow), notes()]).toEqual([['booked'], [expect.stringMatching(/scheduled/)]]);
	});
});

describe('missed-delivery-to-cubyn-claim', () => {
	const file = workflowFile('single/missed-delivery-to-cubyn-claim');
	let flow: ClaimsWorkflow;
	let parcel: number;

	/** One parcel that never arrives. */
	beforeEach(async () => {
		flow = await ClaimsWorkflow.start(file);
		parcel = flow.ship('WC-1');
		await flow.wait(15);
	});
	afterEach(async () => await flow.sandbox.close());

	const claimed = () => flow.claims().map(([, id]) => id);
	const told = () => flow.mails.filter((mail) => mail.startsWith('Claim for order WC-1'));

	test('claims a lost parcel once and tells the shop', async () => {
		for (let night = 0; night < 2; night += 1) await flow.night();
		expect([claimed(), told().length]).toEqual([[String(parcel)], 1]);
	});

	test('a carrier that is down takes no claim and somebody hears of it; the next night claims', async () => {
		const end = outage(carrierOf('cubyn'), flow.sandbox);
		await flow.night();
		expect([claimed(), told(), flow.mails[0]]).toEqual([[], [], expect.stringContaining('could not be read')]);
		end();
		await flow.night();
		expect([claimed(), told().length]).toEqual([[String(parcel)], 1]);
	});

	test('each step of the shop fails once: the parcel is claimed once and told once', async () => {
		const outside = file.nodes.filter(({ type }) => /\.(httpRequest|emailSend)$/.test(type)).map(({ name }) => name);
		const fails = eachFailsOnce(outside);
		for (let night = 0; night < 2; night += 1) await flow.night(fails);
		expect([claimed(), told().length]).toEqual([[String(parcel)], 1]);
	});
});

/** No form is forgotten: those of shops' orders are in the other test. */
test('every form runs here or there', () => {
	const kinds = ['orders-to-a-courier', 'nightly-reconcile', 'morning-run', 'failed-delivery', 'proposed-times'];
	const expected = shopCases.flatMap(({ id }) => kinds.map((kind) => `${id}-${kind}`));
	const others = ['hubrise-orders-to-a-courier', 'missed-delivery-to-cubyn-claim'];
	const names = singleFiles.map(([path]) => String(path.split('/').at(-1)));
	expect([...new Set(names)].sort()).toEqual([...expected, ...others].sort());
});
