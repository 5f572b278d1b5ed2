import { defineCarrier, type Carrier } from '../../../shared/declare/carrier';
import { buildApp, type AppKind, type WaybillApp } from '../../src/app';
import { stepKinds, valueAtPath, type AppData } from '../../src/start/app-data';
import { listKeys, narrowCarrier, type Lists } from '../../src/start/narrow-carrier';
import { appDataOf } from './app-data';
import { findOrigins, type Modules, type OriginOf } from './origins';

/** What an app's index.ts gives to `buildApp`. */
export interface Recipe {
	carriers: readonly Carrier[];
	kind: AppKind;
	version: string;
}

interface CarrierModules {
	carrier: Carrier;
	/** Loads the whole carrier. */
	whole: string;
	originOf: OriginOf;
}

function modulesOf(carrier: Carrier, modules: Modules): CarrierModules {
	const home = Object.entries(modules).flatMap(([file, exported]) =>
		Object.entries(exported).flatMap(([name, value]) => (value === carrier ? [{ file, name }] : [])),
	)[0];
	if (!home) throw new Error(`No module exports the carrier ${carrier.id}`);
	return {
		carrier,
		whole: `require(${JSON.stringify(home.file)})[${JSON.stringify(home.name)}]`,
		originOf: findOrigins(modules, home.file),
	};
}

function isData(value: unknown): boolean {
	if (Array.isArray(value)) return value.every(isData);
	if (typeof value !== 'object' || value === null) return typeof value !== 'function' && value !== undefined;
	return Object.getPrototypeOf(value) === Object.prototype && Object.values(value).every(isData);
}

const isListKey = (key: string) => listKeys.some((each) => each === key);
const thunk = (expression: string) => `() => ${expression}`;
const literal = (entries: readonly (readonly [string, string])[]) =>
	`{${entries.map(([key, text]) => `${JSON.stringify(key)}: ${text}`).join(',\n')}}`;

/** The text of a `CarrierSource`. */
function carrierSource({ carrier, whole, originOf }: CarrierModules): string {
	const properties = Object.entries(carrier).filter(([key, value]) => !isListKey(key) && value !== undefined);
	const data = properties.filter(([, value]) => isData(value));
	const functional = properties.filter(([, value]) => !isData(value));
	const exported = functional.flatMap(([key, value]): [string, string][] => {
		const origin = originOf(value);
		return origin === undefined ? [] : [[key, thunk(origin)]];
	});
	const others = functional.map(([key]) => key).filter((key) => exported.every(([each]) => each !== key));
	return literal([
		['data', JSON.stringify(Object.fromEntries(data))],
		['exported', literal(exported)],
		['others', JSON.stringify(others)],
		['whole', thunk(whole)],
	]);
}

interface Candidate {
	lists: Partial<Lists>;
	text: string;
}

/** The actions that a carrier gains when it is declared. `declare`: the module with `defineCarrier`. */
function gainedActions(carrier: Carrier, declare: string | undefined): Candidate[] {
	const { actions } = defineCarrier({ ...carrier, actions: [], triggers: [], choices: {} });
	if (actions.length === 0 || declare === undefined) return [];
	return [{ lists: { actions }, text: `(bare) => ({ actions: ${declare}(bare).actions })` }];
}

/** Each item of a carrier's lists alone, and no item. */
function candidatesOf({ carrier, originOf }: CarrierModules): Candidate[] {
	const single = (value: unknown, lists: Partial<Lists>, textOf: (origin: string) => string): Candidate[] => {
		const origin = originOf(value);
		return origin === undefined ? [] : [{ lists, text: `() => (${textOf(origin)})` }];
	};
	return [
		{ lists: {}, text: '() => ({})' },
		...carrier.pollingTriggers.flatMap((each) =>
			single(each, { pollingTriggers: [each] }, (origin) => `{ pollingTriggers: [${origin}] }`),
		),
		...carrier.webhookTriggers.flatMap((each) =>
			single(each, { webhookTriggers: [each] }, (origin) => `{ webhookTriggers: [${origin}] }`),
		),
		...Object.entries(carrier.choices).flatMap(([name, each]) =>
			single(each, { choices: { [name]: each } }, (origin) => `{ choices: { ${JSON.stringify(name)}: ${origin} } }`),
		),
		...carrier.actions.flatMap((each) => single(each, { actions: [each] }, (origin) => `{ actions: [${origin}] }`)),
		...gainedActions(carrier, originOf(defineCarrier)),
	];
}

/**
 * A step as far as it must be the same when it is built alone. Which search fills a field depends on the carrier's
 * other actions; that is data, and the function of a step never reads it.
 */
const comparable = (app: object, step: string): string | undefined =>
	JSON.stringify(valueAtPath(app, step), (key, value: unknown) => {
		if (key === 'search') return undefined;
		return typeof value === 'function' ? 'function' : value;
	});

const stepsOf = (app: object): string[] =>
	stepKinds.flatMap((kind) => Object.keys(valueAtPath(app, kind) ?? {}).map((key) => `${kind}.${key}`));

interface Part {
	carrier: Carrier;
	/** Without: the whole carrier. */
	candidate?: Candidate;
}

const narrowed = ({ carrier, candidate }: Part): Carrier => {
	const source = { data: {}, exported: {}, others: Object.keys(carrier), whole: () => carrier };
	return candidate ? narrowCarrier(source, candidate.lists).carrier : carrier;
};

interface CarrierSteps {
	/** The app of this carrier alone. */
	app: WaybillApp;
	/** For each of its steps, the least of the carrier from which the same step is built. */
	parts: ReadonlyMap<string, Part>;
}

function carrierSteps(modules: CarrierModules, { kind, version }: Recipe): CarrierSteps {
	const { carrier } = modules;
	const app = buildApp([carrier], kind, version);
	const parts = new Map<string, Part>(stepsOf(app).map((step) => [step, { carrier }]));
	for (const candidate of candidatesOf(modules)) {
		const small = buildApp([narrowed({ carrier, candidate })], kind, version);
		for (const step of stepsOf(small)) {
			if (parts.get(step)?.candidate || comparable(small, step) !== comparable(app, step)) continue;
			parts.set(step, { carrier, candidate });
		}
	}
	return { app, parts };
}

/** The parts of a step: of one carrier, or in an app of several carriers of each that has the step. */
function partsOf(app: WaybillApp, step: string, recipe: Recipe, carriers: readonly CarrierSteps[]): readonly Part[] {
	const expected = comparable(app, step);
	const owners = carriers.filter(({ parts }) => parts.has(step));
	const least = owners.flatMap(({ parts }) => parts.get(step) ?? []);
	const [only] = owners;
	if (owners.length === 1 && only && comparable(only.app, step) === expected) return least;
	const whole = least.map(({ carrier }): Part => ({ carrier }));
	for (const parts of [least, whole])
		if (comparable(buildApp(parts.map(narrowed), recipe.kind, recipe.version), step) === expected) return parts;
	throw new Error(`The step ${step} cannot be built alone`);
}

/** The text of the `StepPart`s of each step. */
function stepSources(app: WaybillApp, recipe: Recipe, carriers: readonly CarrierModules[]): [string, string][] {
	const steps = carriers.map((each) => carrierSteps(each, recipe));
	return stepsOf(app).map((step) => {
		const texts = partsOf(app, step, recipe, steps).map(({ carrier, candidate }) =>
			literal([['carrier', JSON.stringify(carrier.id)], ...(candidate ? [['lists', candidate.text] as const] : [])]),
		);
		return [step, `[${texts.join(', ')}]`];
	});
}

/** The text of the module that builds an app's steps one by one, with the module that does so at `runtime`. */
function codeEntry(app: WaybillApp, recipe: Recipe, modules: Modules, runtime: string): string {
	const carriers = recipe.carriers.map((carrier) => modulesOf(carrier, modules));
	const source = literal([
		['kind', JSON.stringify(recipe.kind)],
		['version', JSON.stringify(recipe.version)],
		['carriers', literal(carriers.map((each) => [each.carrier.id, carrierSource(each)]))],
		['steps', literal(stepSources(app, recipe, carriers))],
	]);
	return `module.exports = require(${JSON.stringify(runtime)}).createCode(${source});\n`;
}

/** Builds an app once and describes it: its definition as data, and the text that loads its code. */
export function describe(recipe: Recipe, modules: Modules, runtime: string): { data: AppData; code: string } {
	const app = buildApp(recipe.carriers, recipe.kind, recipe.version);
	return { data: appDataOf(app), code: codeEntry(app, recipe, modules, runtime) };
}
