import { isJsonObject, type Json, type JsonObject } from '../../shared/json';
import { LINE_COLLECTION, type LineTable } from './layout';
import { ADDED_LIST, COLUMNS, columnsName, ENTRIES, FROM_LIST, fromName, listName } from './table';

/** The value of one parameter, without n8n's own checks. The core reports all problems at once. */
export type Read = (name: string) => Json | undefined;

const isEmpty = (value: Json | undefined) => value === undefined || value === null || value === '';

/** Lines as n8n keeps them: `{line: [{…, more: {…}}]}`. */
function manualLines(value: Json | undefined): Json | undefined {
	if (!isJsonObject(value)) return isEmpty(value) ? undefined : value;
	const lines = value.line;
	if (lines === undefined) return Object.keys(value).length === 0 ? undefined : value;
	if (!Array.isArray(lines)) return lines;
	return lines.map((line) => {
		if (!isJsonObject(line)) return line;
		const { [LINE_COLLECTION]: collection, ...visible } = line;
		return isJsonObject(collection) ? { ...visible, ...collection } : visible;
	});
}

const at = (entry: Json, path: string): Json | undefined =>
	path
		.split('.')
		.reduce<
			Json | undefined
		>((value, key) => (Array.isArray(value) ? value[Number(key)] : isJsonObject(value) ? value[key] : undefined), entry);

/** A list that arrives as text, which happens when an expression is inside a sentence. */
function listIn(value: Json | undefined): Json | undefined {
	if (typeof value !== 'string' || !/^\s*[[{]/.test(value)) return value;
	try {
		// Text becomes a value here; the core checks it line by line.
		return JSON.parse(value) as Json;
	} catch {
		return value;
	}
}

/** Refused by the core, which quotes it: an expression that gives nothing must not pass for a list without lines. */
const NO_LIST = 'nothing: the expression gave no list';

/** Refused likewise: a field that is not there must not become the default of one piece. */
const notInList = (names: readonly string[]) => `nothing: no field ${[...new Set(names)].join(', ')} in the list`;

/** Each entry as a line, with only the fields of this table. */
function fromList(table: LineTable, value: Json | undefined, columns: JsonObject): Json | undefined {
	const list = listIn(value);
	if (isEmpty(list)) return NO_LIST;
	const entries = Array.isArray(list) ? list : [list ?? null];
	return entries.map((entry) => {
		if (!isJsonObject(entry)) return entry;
		const cells = [...table.visible, ...table.more].map((leaf): [string, Json | undefined] => {
			const column = columns[leaf.key];
			const names =
				typeof column === 'string' && column.trim() !== '' ? [column.trim()] : [leaf.key, ...leaf.listNames];
			const value = names.map((name) => at(entry, name)).find((each) => !isEmpty(each));
			return [leaf.key, isEmpty(value) && leaf.default !== undefined ? notInList(names) : value];
		});
		return Object.fromEntries(cells.filter(([, cell]) => !isEmpty(cell)));
	});
}

/** The lines of a table behind a button: those entered one by one, and then those of a list. */
export function readAddedLines(table: LineTable, values: JsonObject): Json | undefined {
	const { name } = table.field;
	const added = values[listName(name)];
	const list = isJsonObject(added) ? added[ADDED_LIST] : undefined;
	const entered = manualLines(values[name]);
	if (!isJsonObject(list)) return entered;
	const columns = list[COLUMNS];
	const listed = fromList(table, list[ENTRIES], isJsonObject(columns) ? columns : {});
	// The core refuses what is no list, and quotes it.
	if (entered === undefined || !Array.isArray(listed)) return listed;
	return Array.isArray(entered) ? [...entered, ...listed] : entered;
}

/** The lines of a table, wherever its user takes them from. */
export function readLines(table: LineTable, read: Read): Json | undefined {
	const { name } = table.field;
	if (read(fromName(name)) !== FROM_LIST) return manualLines(read(name));
	const columns = read(columnsName(name));
	return fromList(table, read(listName(name)), isJsonObject(columns) ? columns : {});
}
