import type { Action } from '../../shared/declare/action';
import type { Carrier, ChoiceList } from '../../shared/declare/carrier';
import { authenticationOf } from './authentication';
import { byReferenceOf, findOrCreateOf, findsByReference, isOwnSearch } from './by-reference';
import { isCreate, isSearchable } from './connectors';
import { createOf } from './create';
import { isForAnyCarrier, type AppContext } from './app-context';
import { byConnection } from './by-connection';
import { dropdownOf } from './dropdown';
import { downloader } from './files';
import { hookOf } from './hook';
import { platformVersion, type App, type Create, type Search, type SearchOrCreate, type Trigger } from './platform';
import { pollOf } from './poll';
import { searchOf } from './search';

/** `all`: one private app for several carriers. `single`: an app of one carrier, which that carrier could publish. */
export type AppKind = 'all' | 'single';

export type WaybillApp = App<Record<string, Trigger>, Record<string, Create>, Record<string, Search>>;

const byKey = <T extends { key: string }>(parts: readonly T[]): Record<string, T> => {
	const keyed = Object.fromEntries(parts.map((part) => [part.key, part]));
	if (Object.keys(keyed).length !== parts.length)
		throw new Error(`Two steps share a key: ${parts.map((part) => part.key).join(', ')}`);
	return keyed;
};

/** A read with nothing to fill in is no search here; it stays within reach as a hidden list. */
function listsOf({ choices, actions }: Carrier): [string, ChoiceList][] {
	const sources = new Set(Object.values(choices).map((list) => list.action));
	const bare = actions.filter((action) => !isCreate(action) && !isSearchable(action) && !sources.has(action));
	return [
		...Object.entries(choices),
		...bare.map((action): [string, ChoiceList] => [
			action.resource,
			{
				title: action.title.replace(/^Get (Many )?/, ''),
				action,
				input: {},
				value: (item) => String(item.id),
				label: (item) => String(item.id),
			},
		]),
	];
}

const bookings = (carrier: Carrier) =>
	carrier.actions.flatMap((action): [Action, NonNullable<ReturnType<typeof findsByReference>>][] => {
		const find = action.effect === 'booking' ? findsByReference(action) : undefined;
		return find ? [[action, find]] : [];
	});

/** In the app of all carriers, a step that every carrier has is one step. */
function stepsForAll<S extends Create | Search>(
	contexts: readonly AppContext[],
	isKind: (action: Action) => boolean,
	make: (context: AppContext, action: Action) => S,
): S[] {
	const all = contexts.flatMap((context) =>
		context.carrier.actions
			.filter((action) => isKind(action))
			.map((action) => ({ carrier: context.carrier, action, step: make(context, action) })),
	);
	const keys = [...new Set(all.map(({ step }) => step.key))];
	return keys.flatMap((key) => {
		const same = all.filter(({ step }) => step.key === key);
		return same.length > 1 && same.every(({ action }) => isForAnyCarrier(action))
			? [byConnection(same)]
			: same.map(({ step }) => step);
	});
}

/** The one place that maps each declaration to a kind of step. */
export function buildApp(
	carriers: readonly Carrier[],
	kind: AppKind,
	version: string,
	/** The downloader that the app exports, where only a part of the app is built. */
	exportedDownload?: AppContext['download'],
): WaybillApp {
	const shared = kind === 'all';
	if (!shared && carriers.length !== 1) throw new Error('An app of a single carrier has one carrier');
	const ownDownload = downloader(carriers, shared);
	const download = exportedDownload ?? ownDownload;
	const contexts = carriers.map((carrier): AppContext => ({ carrier, shared, download }));
	const steps = <T>(make: (context: AppContext) => readonly T[]): T[] => contexts.flatMap(make);
	const searchOrCreates: SearchOrCreate[] = steps((context) =>
		bookings(context.carrier).map(([action, find]) => findOrCreateOf(context, action, find)),
	);
	return {
		version,
		platformVersion,
		// Empty fields pass unchanged: the core treats them as absent, the same on every host.
		flags: { cleanInputData: false },
		authentication: authenticationOf(carriers, shared),
		hydrators: { download: ownDownload },
		triggers: byKey(
			steps((context) => [
				...context.carrier.pollingTriggers.map((trigger) => pollOf(context, trigger)),
				// A public app may not have a trigger whose address a person pastes, so only the private app has it.
				...context.carrier.webhookTriggers
					.filter(({ subscription }) => shared || subscription)
					.map((trigger) => hookOf(context, trigger)),
				...listsOf(context.carrier).map(([name, list]) => dropdownOf(context, name, list)),
			]),
		),
		searches: byKey([
			...stepsForAll(contexts, isSearchable, searchOf),
			...steps((context) =>
				bookings(context.carrier)
					.filter(([, find]) => !isOwnSearch(find))
					.map(([action, find]) => byReferenceOf(context, action, find)),
			),
		]),
		creates: byKey(stepsForAll(contexts, isCreate, createOf)),
		...(searchOrCreates.length > 0 ? { searchOrCreates: byKey(searchOrCreates) } : {}),
	};
}
