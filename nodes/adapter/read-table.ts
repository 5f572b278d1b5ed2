import { isJsonObject, type Json, type JsonObject } from '../../shared/declare/json';
import { LINE_DRAWER, type Table } from './layout';
import { columnsName, FROM_LIST, fromName, listName } from './table';

/** The value of one parameter, without n8n's own checks: what is wrong is said by the core, all at once. */
export type Read = (name: string) => Json | undefined;

const isEmpty = (value: Json | undefined) => value === undefined || value === null || value === '';

/** Lines as n8n keeps them: `{line: [{…, more: {…}}]}`. */
function filledIn(value: Json | undefined): Json | undefined {
	if (!isJsonObject(value)) return isEmpty(value) ? undefined : value;
	const lines = value.line;
	if (lines === undefined) return Object.keys(value).length === 0 ? undefined : value;
	if (!Array.isArray(lines)) return lines;
	return lines.map((line) => {
		if (!isJsonObject(line)) return line;
		const { [LINE_DRAWER]: drawer, ...open } = line;
		return isJsonObject(drawer) ? { ...open, ...drawer } : open;
	});
}

const at = (entry: Json, path: string): Json | undefined =>
	path.split('.').reduce<Json | undefined>((value, key) => (Array.isArray(value) ? value[Number(key)] : isJsonObject(value) ? value[key] : undefined), entry);

/** A list that arrives as text, as it does when an expression stands inside a sentence. */
function listIn(value: Json | undefined): Json | undefined {
	if (typeof value !== 'string' || !/^\s*[[{]/.test(value)) return value;
	try {
		// Text becomes a value here; the core checks it line by line.
		return JSON.parse(value) as Json;
	} catch {
		return value;
	}
}

/** Each entry as a line: of what an order's line holds, only what this table knows. */
function fromList(table: Table, value: Json | undefined, columns: JsonObject): Json | undefined {
	const list = listIn(value);
	if (isEmpty(list)) return undefined;
	const entries = Array.isArray(list) ? list : [list ?? null];
	return entries.map((entry) => {
		if (!isJsonObject(entry)) return entry;
		const cells = [...table.open, ...table.more].map(({ key }): [string, Json | undefined] => {
			const column = columns[key];
			return [key, at(entry, typeof column === 'string' && column.trim() !== '' ? column.trim() : key)];
		});
		return Object.fromEntries(cells.filter(([, cell]) => !isEmpty(cell)));
	});
}

/** The lines of a table, wherever its user takes them from. */
export function readTable(table: Table, read: Read): Json | undefined {
	const { name } = table.field;
	if (read(fromName(name)) !== FROM_LIST) return filledIn(read(name));
	const columns = read(columnsName(name));
	return fromList(table, read(listName(name)), isJsonObject(columns) ? columns : {});
}
