import { deliveryV2 } from '../../shared/carriers/cyke/documented';
import { cyke, booking, withCyke } from './with-cyke';
import { flat, nested } from '../../zapier/src/input-values';
import { coerce } from '../../shared/run/coerce';
import { useSampleClock } from './sample-clock';

useSampleClock();

const { packages: _rows, ...rest } = booking;

const row = (type: string, amount: string | number | null) => ({
	packages_package_type: type,
	packages_amount: amount,
});

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
					{ packages_package_type: '9', packages_amount: '1', packages_weight_kg: '' },
				],
			},
		],
	])('%s become packages', async (_name, packages) => {
		await withCyke(
			({ method }) => (method === 'GET' ? { status: 200, body: [] } : { status: 201, body: deliveryV2 }),
			async ({ host, carrier }) => {
				await host.create('cyke_create_delivery', { ...rest, ...packages });
				expect(carrier.requests.filter(({ method }) => method === 'POST')).toMatchObject([
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

	test.each([
		['empty in a row', { packages: [row('7', '2'), row('9', '')] }, 'Package 2 Amount is missing'],
		['null in a row', { packages: [row('7', null), row('9', 1)] }, 'Package 1 Amount is missing'],
		['not there', { packages: [row('7', 2), { packages_package_type: '9' }] }, 'Package 2 Amount is missing'],
		['empty in every row', { packages: [row('7', ''), row('9', '')] }, 'Package 1 Amount is missing'],
		['an empty text', { packages_package_type: '7', packages_amount: '' }, 'Package 1 Amount is missing'],
		[
			'empty in a column',
			{ packages_package_type: ['7', '9'], packages_amount: ['2', ''] },
			'Package 2 Amount is missing',
		],
	])('with an amount %s are refused by name, never one piece', async (_name, packages, message) => {
		await withCyke(
			() => ({ status: 200, body: [] }),
			async ({ host, carrier }) => {
				await expect(host.create('cyke_create_delivery', { ...rest, ...packages })).rejects.toThrow(message);
				expect(carrier.requests).toEqual([]);
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

describe('columns of texts', () => {
	const form = cyke().actions.find((action) => action.id === 'delivery.create')?.form ?? [];
	const constants = { packages_volume_dm3: '20', packages_weight_kg: '5' };
	const rows = (columns: object) =>
		JSON.parse(
			JSON.stringify(coerce(form, nested(form, { ...constants, ...columns }), 'Europe/Paris').packages),
		) as unknown;
	const line = (name: string, amount: unknown) => ({ name, amount, volume_dm3: 20, weight_kg: 5 });

	test.each([
		[
			'a comma inside a name',
			{ packages_name: 'Savon, lavande,Bougie', packages_amount: '2,1' },
			[line('Savon, lavande', 2), line('Bougie', 1)],
		],
		['one name with a comma', { packages_name: 'Savon, lavande', packages_amount: '1' }, [line('Savon, lavande', 1)]],
		[
			'constants beside two lines',
			{ packages_name: 'Savon,Bougie', packages_amount: '2,1' },
			[line('Savon', 2), line('Bougie', 1)],
		],
		[
			'the same in a single row',
			{
				packages: [
					{ packages_name: 'Savon,Bougie', packages_amount: '2,1', packages_volume_dm3: 20, packages_weight_kg: 5 },
				],
			},
			[line('Savon', 2), line('Bougie', 1)],
		],
		[
			'a decimal comma of one line',
			{ packages_name: 'Savon', packages_amount: '1', packages_weight_kg: '2,5' },
			[{ ...line('Savon', 1), weight_kg: 2.5 }],
		],
		['what may be a thousand', { packages_name: 'Savon', packages_amount: '1,200' }, [line('Savon', '1,200')]],
	])('%s', (_title, columns, expected) => {
		expect(rows(columns)).toEqual(expected);
	});

	test('that do not fit together are refused as line items', async () => {
		await withCyke(
			() => ({ status: 200, body: [] }),
			async ({ host, carrier }) => {
				const sent = host.create('cyke_create_delivery', {
					...rest,
					packages_name: 'Savon,Bougie,Thé',
					packages_amount: '2,1',
					...constants,
				});
				await expect(sent).rejects.toThrow(
					/Packages has line items of different lengths: .*Name 3.*Amount 2|Packages has line items of different lengths: .*Amount 2.*Name 3/,
				);
				expect(carrier.requests).toEqual([]);
			},
		);
	});
});

describe('a form', () => {
	const samples = cyke().actions.flatMap((action) =>
		action.samples.map((sample) => ({ action, sample, name: `${action.id}: ${sample.title}` })),
	);

	test.each(samples)('flattened and nested again is the same: $name', ({ action, sample }) => {
		expect(JSON.parse(JSON.stringify(nested(action.form, flat(action.form, sample.input))))).toEqual(sample.input);
	});

	test('leaves out what is ours or the platform’s, and keeps unknown keys', () => {
		expect(
			JSON.parse(
				JSON.stringify(nested([], { notice: 'x', _zap_search_success_on_miss: true, colour: 'red', size: '' })),
			),
		).toEqual({ colour: 'red' });
	});
});

test('a booking without a reference gets the same one whenever the step is repeated', async () => {
	const { client_order_reference: _reference, ...without } = booking;
	const references: unknown[] = [];
	const script = ({ method, query }: { method: string; query: Record<string, string> }) => {
		if (method === 'GET') references.push(query.client_order_reference);
		return method === 'GET' ? { status: 200, body: [] } : { status: 201, body: deliveryV2 };
	};
	await withCyke(script, async ({ host }) => await host.create('cyke_create_delivery', without));
	await withCyke(script, async ({ host }) => await host.create('cyke_create_delivery', without));
	await withCyke(
		script,
		async ({ host }) => await host.create('cyke_create_delivery', { ...without, dropoff_city: 'Pantin' }),
	);
	await withCyke(script, async ({ host }) => await host.create('cyke_create_delivery', without), 'all', {
		zap: '200002',
	});
	expect(references[0]).toMatch(/^zap-[0-9a-f]{16}$/);
	expect(references[1]).toBe(references[0]);
	expect(new Set(references).size).toBe(3);
});
