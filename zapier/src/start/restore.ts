import type { AppContext } from '../app-context';
import { DOWNLOAD, fieldLists, stepKinds, valueAtPath, type AppData } from './app-data';
import type { Code, HostFunction } from './code';

/**
 * The platform's core copies and freezes the whole definition twice at each call. It copies only the kinds of objects
 * that it knows and freezes only what is not frozen, so it passes these on as they are.
 */
class Fixed {
	get [Symbol.toStringTag](): string {
		return 'Fixed';
	}
}

function fix(value: unknown): void {
	if (typeof value === 'object' && value !== null) Object.freeze(Object.setPrototypeOf(value, Fixed.prototype));
}

/** Parts of a step that hold no functions. */
const fixedParts = ['sample', 'throttle', 'lock'] as const;

/**
 * The app as it is loaded: data, and functions that load the code when one of them is called. The platform loads the
 * app in a new process for a step, so it builds nothing that this step does not need.
 */
export function restore({ app, lists, fields, functions }: AppData, loadCode: () => Code): object {
	const download: AppContext['download'] = async (z, bundle) => {
		// The downloader gives the address of the file it stored.
		return (await functionAt(DOWNLOAD)(z, bundle)) as string;
	};
	let code: ReturnType<Code> | undefined;
	const functionAt = (path: string): HostFunction => (code ??= loadCode()(download))(path);
	const stub =
		(path: string): HostFunction =>
		async (z, bundle) =>
			await functionAt(path)(z, bundle);

	const restoredFields = fields.map((field) => (typeof field === 'string' ? stub(field) : field));
	for (const field of restoredFields) if (typeof field !== 'function') fix(field);
	const restoredLists = lists.map((list) => list.map((field) => restoredFields[field]));

	for (const step of stepKinds.flatMap((kind) => Object.values(app[kind] ?? {}))) {
		fix(valueAtPath(step, 'display'));
		const operation = valueAtPath(step, 'operation');
		if (typeof operation !== 'object' || operation === null) continue;
		for (const key of fixedParts) fix(Reflect.get(operation, key));
		for (const group of [Reflect.get(operation, 'inputFieldGroups') ?? []].flat()) fix(group);
		for (const key of fieldLists) {
			const list: unknown = Reflect.get(operation, key);
			if (typeof list === 'number') Reflect.set(operation, key, restoredLists[list]);
		}
	}
	for (const path of functions) {
		const end = path.lastIndexOf('.');
		const parent = valueAtPath(app, path.slice(0, end));
		if (typeof parent !== 'object' || parent === null) throw new Error(`The app has no place for ${path}`);
		Reflect.set(parent, path.slice(end + 1), path === DOWNLOAD ? download : stub(path));
	}
	return app;
}
