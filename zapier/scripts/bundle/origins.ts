/** The exports of each module of an app, by file. */
export type Modules = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

const at = (key: string) => `[${JSON.stringify(key)}]`;

/** An expression that loads a value from the module that exports it: `require("…/create.ts")["createDelivery"]`. */
export type OriginOf = (value: unknown) => string | undefined;

/** Values that a module exports, alone or as an item of an exported list. `except`: a module that loads too much. */
export function findOrigins(modules: Modules, except: string): OriginOf {
	const alone = new Map<unknown, string>();
	const inList = new Map<unknown, string>();
	const note = (origins: Map<unknown, string>, value: unknown, expression: string) => {
		if (value instanceof Object && !origins.has(value)) origins.set(value, expression);
	};
	for (const [file, exported] of Object.entries(modules)) {
		if (file === except) continue;
		for (const [name, value] of Object.entries(exported)) {
			const expression = `require(${JSON.stringify(file)})${at(name)}`;
			note(alone, value, expression);
			if (typeof value !== 'object' || value === null) continue;
			for (const [key, item] of Object.entries(value)) note(inList, item, `${expression}${at(key)}`);
		}
	}
	return (value) => alone.get(value) ?? inList.get(value);
}
