import type { Carrier } from '../../../shared/declare/carrier';
import { buildApp, type AppKind, type WaybillApp } from '../app';
import type { AppContext } from '../app-context';
import type { Bundle, ZObject } from '../platform';
import { stepOf, valueAtPath } from './app-data';
import { narrowCarrier, type CarrierSource, type Lists, type NarrowCarrier } from './narrow-carrier';

export type HostFunction = (z: ZObject, bundle: Bundle) => Promise<unknown>;

/** Finds the function at a path of the app that exports this downloader. */
export type Code = (download: AppContext['download']) => (path: string) => HostFunction;

/** What a step needs of a carrier: some items of its lists, or (`undefined`) all of it. `bare` has no items. */
export interface StepPart {
	carrier: string;
	lists?: (bare: Carrier) => Partial<Lists>;
}

/** Written by the build: how to load each part of an app. */
export interface CodeSource {
	kind: AppKind;
	version: string;
	carriers: Readonly<Record<string, CarrierSource>>;
	/** For the steps of an app of several carriers, a part of each carrier that has the step. */
	steps: Readonly<Record<string, readonly StepPart[]>>;
}

function narrowed(sources: CodeSource['carriers'], { carrier: id, lists }: StepPart): NarrowCarrier {
	const source = sources[id];
	if (!source) throw new Error(`The app has no carrier ${id}`);
	if (!lists) return { carrier: source.whole(), widen: () => undefined };
	return narrowCarrier(source, lists(narrowCarrier(source, {}).carrier));
}

/** An app that has one step, or (step '') only what belongs to no step. */
function buildPart(source: CodeSource, step: string, download: AppContext['download']): WaybillApp {
	const { kind, version, carriers, steps } = source;
	const parts = step === '' ? Object.keys(carriers).map((carrier) => ({ carrier, lists: () => ({}) })) : steps[step];
	if (!parts) throw new Error(`The app has no step ${step}`);
	const ready = parts.map((part) => narrowed(carriers, part));
	const app = buildApp(
		ready.map(({ carrier }) => carrier),
		kind,
		version,
		download,
	);
	for (const { widen } of ready) widen();
	return app;
}

/** Builds a step when one of its functions is called for the first time. */
export function createCode(source: CodeSource): Code {
	return (download) => {
		const built = new Map<string, WaybillApp>();
		return (path) => {
			const step = stepOf(path);
			const app = built.get(step) ?? buildPart(source, step, download);
			built.set(step, app);
			const found = valueAtPath(app, path);
			if (typeof found !== 'function') throw new Error(`The app has no function at ${path}`);
			// Every function of an app has these two parameters: the build checks it.
			return found as HostFunction;
		};
	};
}
