import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

import type { Carrier } from '../../shared/declare/carrier';
import { documentedFields, type FieldPlace, type FieldTable } from './field-places';
import { page, table } from './markdown';

const load = createRequire(__filename);

/** The fields that a carrier's pages document, as its own folder lists them. A carrier may have no such list. */
export function fieldTablesOf({ id }: Carrier): readonly FieldTable[] {
	const path = join(__dirname, '../../test/carriers', id, 'fields');
	if (!existsSync(`${path}.ts`)) return [];
	// The one edge where a module is found by its path.
	return (load(path) as { fieldTables: readonly FieldTable[] }).fieldTables;
}

function cell({ offered, given, as, leftOut }: FieldPlace): [string, string, string] {
	return [
		offered.map((name) => `\`${name}\``).join(', '),
		given.map((name) => `\`${name}\``).join(', '),
		as ?? (leftOut === undefined ? '' : `Left out: ${leftOut}`),
	];
}

/** Every documented field of a carrier: where the forms offer it, where an item gives it, or why neither does. */
export function fieldsPage(carrier: Carrier, tables: readonly FieldTable[]): string {
	return page([
		`# Documented fields of ${carrier.title}`,
		'Every field of the carrier\'s pages. "Offered" names the field of a form, "Given" the field of an item. The carrier\'s own object stands untouched in `carrierData` of an item, so a field that is left out of the item can be read there.',
		...tables.flatMap((each) => [
			`## ${each.title}`,
			table(
				['Field', 'Offered', 'Given', 'Note'],
				documentedFields(carrier, each).map((place) => [`\`${place.field}\``, ...cell(place)]),
			),
		]),
	]);
}
