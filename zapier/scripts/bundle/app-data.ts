import type { Json, JsonObject } from '../../../shared/json';
import { isJsonObject } from '../../../shared/json';
import { fieldLists, stepOf, type AppData } from '../../src/start/app-data';

/** A number for each different value, in the order in which they come. */
class Numbered<T> {
	readonly values: T[] = [];
	private readonly numbers = new Map<string, number>();

	numberOf(value: T): number {
		const text = JSON.stringify(value);
		const known = this.numbers.get(text);
		if (known !== undefined) return known;
		this.numbers.set(text, this.values.length);
		return this.values.push(value) - 1;
	}
}

/** The stubs of a built app have two parameters, so its definition is the same only if all functions have two. */
function checkFunction(value: { length: number }, path: string): void {
	if (value.length !== 2) throw new Error(`The function at ${path} has ${value.length} parameters instead of two`);
}

/** Takes an app apart: data for a file, and the paths of its functions. */
export function appDataOf(app: object): AppData {
	const functions: string[] = [];
	const fields = new Numbered<JsonObject | string>();
	const lists = new Numbered<number[]>();

	function copy(value: unknown, path: string): Json {
		if (typeof value === 'function') {
			checkFunction(value, path);
			functions.push(path);
			return null;
		}
		if (Array.isArray(value)) return value.map((each, at) => copy(each, `${path}.${at}`));
		if (typeof value !== 'object' || value === null) return scalar(value, path);
		const entries = Object.entries(value).filter(([, each]) => each !== undefined);
		return Object.fromEntries(
			entries.map(([key, each]: [string, unknown]) => {
				const inner = path === '' ? key : `${path}.${key}`;
				return [key, isFieldList(inner, each) ? lists.numberOf(each.map(fieldNumber(inner))) : copy(each, inner)];
			}),
		);
	}

	const fieldNumber = (path: string) => (value: unknown, at: number) => {
		if (typeof value === 'function') {
			checkFunction(value, `${path}.${at}`);
			return fields.numberOf(`${path}.${at}`);
		}
		const found = functions.length;
		const field = copy(value, `${path}.${at}`);
		if (!isJsonObject(field) || functions.length > found) throw new Error(`${path}.${at} is not a plain field`);
		return fields.numberOf(field);
	};

	const data = copy(app, '');
	if (!isJsonObject(data)) throw new Error('The app is not an object');
	return { app: data, lists: lists.values, fields: fields.values, functions };
}

const isFieldList = (path: string, value: unknown): value is unknown[] =>
	Array.isArray(value) && fieldLists.some((key) => path === `${stepOf(path)}.operation.${key}`);

function scalar(value: unknown, path: string): Json {
	if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
		return value;
	throw new Error(`The value at ${path} is no data`);
}
