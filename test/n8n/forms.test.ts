import { DateTime } from 'luxon';

import { control } from '../../nodes/adapter/control';
import { credentialProperties } from '../../nodes/adapter/credential-properties';
import { fieldsOf } from '../../nodes/adapter/fields';
import { layoutOf } from '../../nodes/adapter/layout';
import { outputSchemas } from '../../nodes/adapter/output-schema';
import { toJson } from '../../nodes/adapter/to-json';
import { readForm } from '../../nodes/adapter/read-form';
import { createDelivery } from '../../shared/carriers/cyke/actions/create';
import { getDelivery } from '../../shared/carriers/cyke/actions/get';
import { cyke } from '../../shared/carriers/cyke/carrier';
import { createOrder } from '../../shared/carriers/hubrise/actions/create-order';
import { hubrise } from '../../shared/carriers/hubrise/carrier';
import { carriers } from '../../shared/registry';
import type { Action } from '../../shared/declare/action';
import { handedOver, leavesOf } from '../../shared/declare/form';
import { isJsonObject, type Json, type JsonObject } from '../../shared/json';

const read = (action: Action, parameters: JsonObject) => readForm(cyke, action, (name) => parameters[name] ?? null);

describe('a form', () => {
	test.each(
		carriers.flatMap((carrier) => carrier.actions.map((action) => ({ name: `${carrier.id} ${action.id}`, action }))),
	)('$name: has a place for every field, and one only', ({ action }) => {
		const placed = layoutOf(action).flatMap((place) =>
			place.kind === 'single'
				? [place.leaf]
				: place.kind === 'collection'
					? [...place.leaves, ...place.tables.flatMap(({ visible, more }) => [...visible, ...more])]
					: [...place.visible, ...place.more],
		);
		expect(placed.map(({ name }) => name).sort()).toEqual(
			leavesOf(handedOver(action.form, 'whole'))
				.map(({ name }) => name)
				.sort(),
		);
	});

	test('begins without a choice where nothing need be chosen, and then sends none', () => {
		const optional = carriers.flatMap((carrier) =>
			carrier.actions.flatMap((action) =>
				layoutOf(action).flatMap((place) =>
					place.kind === 'single' && place.leaf.kind === 'choice' && !place.required && place.leaf.default === undefined
						? [{ carrier, action, leaf: place.leaf }]
						: [],
				),
			),
		);
		expect(optional.length).toBeGreaterThan(0);
		for (const { carrier, action, leaf } of optional) {
			expect(control(leaf, leaf.name, leaf.label).default).toBe('');
			expect(readForm(carrier, action, (name) => (name === leaf.name ? '' : null))).toEqual({});
		}
	});

	test('is read without what it hides', () => {
		const filled = {
			direction: 'inbound',
			dropoff_city: 'Paris',
			dropoffFields: { company_name: 'Old' },
			pickup_city: 'Lyon',
			pickup_place: 'saved',
			pickup_saved_address: 3,
		};
		expect(read(createDelivery, filled)).toEqual({
			direction: 'inbound',
			pickup: { place: 'saved', saved_address: 3 },
		});
	});

	test('unpacks lines and what is added to a line', () => {
		const packages = {
			line: [
				{ package_type: '7', amount: 1 },
				{ package_type: '', amount: 2, more: { name: 'Cake', weight_kg: 1.5 } },
			],
		};
		expect(read(createDelivery, { packages }).packages).toEqual([
			{ package_type: '7', amount: 1 },
			{ package_type: '', amount: 2, name: 'Cake', weight_kg: 1.5 },
		]);
		expect(read(createDelivery, { packages: {} }).packages).toBeUndefined();
		const lines: Json = [{ package_type: '7', amount: 1 }];
		expect(read(createDelivery, { packages: { line: lines } }).packages).toEqual(lines);
	});

	test('keeps what few orders need behind the button, as lines and as a list', () => {
		const fields = fieldsOf(hubrise, createOrder);
		expect(fields.map(({ name }) => name)).not.toContain('discounts');
		const added = fields.find(({ name }) => name === 'additionalFields')?.options?.map(({ name }) => name);
		for (const table of ['discounts', 'charges', 'payments', 'loyalty_operations', 'custom_fields'])
			expect(added).toEqual(expect.arrayContaining([table, `${table}List`]));
		const readOrder = (additionalFields: JsonObject) =>
			readForm(hubrise, createOrder, (name) => (name === 'additionalFields' ? additionalFields : null));
		const entered = { line: [{ name: 'Loyal', price_off: '5' }] };
		const listed = { list: { entries: [{ title: 'Spring', value: 3 }], columns: { price_off: 'value' } } };
		expect(readOrder({ discounts: entered })).toEqual({ discounts: entered.line });
		expect(readOrder({ discountsList: listed })).toEqual({ discounts: [{ name: 'Spring', price_off: 3 }] });
		expect(readOrder({ discounts: entered, discountsList: listed }).discounts).toHaveLength(2);
		expect(readOrder({ discountsList: { list: { entries: '' } } }).discounts).toContain('gave no list');
	});

	test("keeps a connection's rare settings behind a switch", () => {
		const shown = credentialProperties(cyke);
		const at = shown.findIndex(({ name }) => name === 'showOptions');
		expect(shown.slice(0, at).map(({ name }) => name)).not.toContain('api_version');
		expect(shown.slice(at + 1).map(({ name }) => name)).toEqual(['api_version', 'phone_optional', 'max_requests']);
		for (const { displayOptions } of shown.slice(at + 1)) expect(displayOptions?.show?.showOptions).toEqual([true]);
	});

	test.each([
		[{ __rl: true, mode: 'list', value: '4711' }, '4711'],
		[{ __rl: true, mode: 'id', value: 4711 }, 4711],
		[{ __rl: true, mode: 'url', value: 'https://www.cyke.io/deliveries/4711?tab=1' }, '4711'],
		[{ __rl: true, mode: 'url', value: 'https://staging.example.com/deliveries/12' }, '12'],
		[{ __rl: true, mode: 'url', value: 'https://www.cyke.io/invoices/12' }, 'https://www.cyke.io/invoices/12'],
		['4711', '4711'],
	])('takes a number picked as %j', (id, expected) => {
		expect(read(getDelivery, { id })).toEqual({ id: expected });
	});

	test("makes text of points in time, n8n's own included", () => {
		expect(toJson(DateTime.fromISO('2030-05-21T16:00:00+02:00', { setZone: true }))).toBe(
			'2030-05-21T16:00:00.000+02:00',
		);
		expect(toJson({ when: new Date('2030-05-21T14:00:00Z'), list: [undefined, 1, true] })).toEqual({
			when: '2030-05-21T14:00:00.000Z',
			list: [null, 1, true],
		});
	});
});

describe('output schemas', () => {
	const known = new Set(['object', 'array', 'string', 'number', 'integer', 'boolean']);
	const typesIn = (schema: unknown): unknown[] => {
		if (!isJsonObject(schema as Json)) return [];
		const { type, properties, items } = schema as JsonObject;
		return [
			type,
			...Object.values(isJsonObject(properties) ? properties : {}).flatMap(typesIn),
			...(items === undefined ? [] : typesIn(items)),
		];
	};

	test.each(carriers.flatMap((carrier) => outputSchemas(carrier)))('$path', ({ path, schema }) => {
		expect(path).toMatch(/^nodes\/\w+\/__schema__\/v1\.0\.0\/\w+\/\w+\.json$/);
		expect(schema).toMatchObject({ type: 'object', version: 1 });
		expect(typesIn(schema).filter((type) => !known.has(String(type)))).toEqual([]);
	});
});
