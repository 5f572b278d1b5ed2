import { deliveryV2 } from '../../shared/carriers/cyke/documented';
import { cyke, booking, withCyke } from './hosts';
import { flat, nested } from '../../zapier/src/input-values';
import { useSampleClock } from './sample-clock';

useSampleClock();

const { packages: _rows, ...rest } = booking;

describe('line items', () => {
	test.each([
		[
			'as rows',
			{
				packages: [
					{ packages_package_type: '7', packages_amount: '2' },
					{ packages_package_type: '9', packages_amount: 1 },
				],
			},
		],
		['as one text a column', { packages_package_type: '7,9', packages_amount: '2,1' }],
		[
			'as rows with empty fields',
			{
				packages: [
					{ packages_package_type: '7', packages_amount: '2', packages_name: '', packages_volume_dm3: null },
					{ packages_package_type: '9', packages_amount: '' },
				],
			},
		],
	])('%s become packages', async (_name, packages) => {
		await withCyke(
			({ method }) => (method === 'GET' ? { status: 200, body: [] } : { status: 201, body: deliveryV2 }),
			async ({ host, carrier }) => {
				await host.create('cyke_create_delivery', { ...rest, ...packages });
				expect(carrier.arrived.filter(({ method }) => method === 'POST')).toMatchObject([
					{
						body: {
							packages: [
								{ package_type_id: 7, amount: 2 },
								{ package_type_id: 9, amount: 1 },
							],
						},
					},
				]);
			},
		);
	});

	test('in one text that holds a comma of its own are one line', () => {
		const form = cyke().actions.find((action) => action.id === 'delivery.create')?.form ?? [];
		expect(nested(form, { packages_package_type: 'Carton, 12 bottles', packages_amount: '3' })).toMatchObject({
			packages: { package_type: 'Carton, 12 bottles', amount: '3' },
		});
	});
});

describe('a form', () => {
	const samples = cyke().actions.flatMap((action) => action.samples.map((sample) => ({ action, sample, name: `${action.id}: ${sample.title}` })));

	test.each(samples)('flattened and nested again is the same: $name', ({ action, sample }) => {
		expect(JSON.parse(JSON.stringify(nested(action.form, flat(action.form, sample.input))))).toEqual(sample.input);
	});

	test('leaves out what is ours or the platform’s, and keeps what nobody knows', () => {
		expect(JSON.parse(JSON.stringify(nested([], { notice: 'x', _zap_search_success_on_miss: true, colour: 'red', size: '' })))).toEqual({ colour: 'red' });
	});
});

test('a booking without a reference gets the same one whenever the step is repeated', async () => {
	const { client_order_reference: _reference, ...without } = booking;
	const references: unknown[] = [];
	const tell = ({ method, query }: { method: string; query: Record<string, string> }) => {
		if (method === 'GET') references.push(query.client_order_reference);
		return method === 'GET' ? { status: 200, body: [] } : { status: 201, body: deliveryV2 };
	};
	await withCyke(tell, async ({ host }) => await host.create('cyke_create_delivery', without));
	await withCyke(tell, async ({ host }) => await host.create('cyke_create_delivery', without));
	await withCyke(tell, async ({ host }) => await host.create('cyke_create_delivery', { ...without, dropoff_city: 'Pantin' }));
	await withCyke(tell, async ({ host }) => await host.create('cyke_create_delivery', without), 'all', { zap: '200002' });
	expect(references[0]).toMatch(/^zap-[0-9a-f]{16}$/);
	expect(references[1]).toBe(references[0]);
	expect(new Set(references).size).toBe(3);
});
