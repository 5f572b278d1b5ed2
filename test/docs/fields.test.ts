import { documentedFields, type FieldTable } from '../../scripts/generate/field-places';
import { fieldTablesOf } from '../../scripts/generate/fields';
import { carriers } from '../../shared/registry';

const tables = carriers.flatMap((carrier) =>
	fieldTablesOf(carrier).map((table) => ({
		table,
		places: documentedFields(carrier, table),
		name: `${carrier.title}: ${table.title}`,
	})),
);

test('every carrier lists the fields of its pages', () => {
	expect(carriers.filter((carrier) => fieldTablesOf(carrier).length === 0).map(({ id }) => id)).toEqual([]);
});

test.each(tables)('$name: every field is offered, given, or left out for a reason', ({ places }) => {
	const missing = places
		.filter(({ offered, given, as, leftOut }) => offered.length + given.length === 0 && (as ?? leftOut) === undefined)
		.map(({ field }) => field);
	expect(missing).toEqual([]);
});

test.each(tables)('$name: no reason outlives what it explains', ({ table, places }) => {
	const stale = places
		.filter(({ offered, given, leftOut }) => leftOut !== undefined && offered.length + given.length > 0)
		.map(({ field, offered, given }) => `${field}: ${[...offered, ...given].join(', ')}`);
	const names = places.map(({ field }) => field);
	const unknown = [...Object.keys(table.as ?? {}), ...Object.keys(table.leftOut ?? {})].filter(
		(field) => !names.includes(field),
	);
	expect([stale, unknown]).toEqual([[], []]);
});

test('a field that nobody offers or gives is found', () => {
	const [carrier] = carriers;
	if (!carrier) throw new Error('There is no carrier');
	const invented: FieldTable = { title: 'Invented', fields: 'invented' };
	expect(documentedFields(carrier, invented)).toEqual([{ field: 'invented', offered: [], given: [] }]);
});
