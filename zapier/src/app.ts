import type { Action } from '../../shared/declare/action';
import type { Carrier, ChoiceList } from '../../shared/declare/carrier';
import { authenticationOf } from './authentication';
import { byReferenceOf, findOrCreateOf, findsByReference, isOwnSearch } from './by-reference';
import { isSearchable } from './connectors';
import { createOf } from './create';
import type { Desk } from './desk';
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
	if (Object.keys(keyed).length !== parts.length) throw new Error(`Two steps share a key: ${parts.map((part) => part.key).join(', ')}`);
	return keyed;
};

/** A read with nothing to fill in is no search here; it stays within reach as a hidden list. */
function listsOf({ choices, actions }: Carrier): [string, ChoiceList][] {
	const sources = new Set(Object.values(choices).map((list) => list.action));
	const bare = actions.filter((action) => action.effect === 'read' && !isSearchable(action) && !sources.has(action));
	return [
		...Object.entries(choices),
		...bare.map((action): [string, ChoiceList] => [
			action.resource,
			{ title: action.title.replace(/^Get (Many )?/, ''), action, input: {}, value: (item) => String(item.id), label: (item) => String(item.id) },
		]),
	];
}

const bookings = (carrier: Carrier) =>
	carrier.actions.flatMap((action): [Action, NonNullable<ReturnType<typeof findsByReference>>][] => {
		const find = action.effect === 'booking' ? findsByReference(action) : undefined;
		return find ? [[action, find]] : [];
	});

/** The one place that says which declaration becomes which kind of step. */
export function buildApp(carriers: readonly Carrier[], kind: AppKind, version: string): WaybillApp {
	const shared = kind === 'all';
	if (!shared && carriers.length !== 1) throw new Error('An app of a single carrier has one carrier');
	const download = downloader(carriers, shared);
	const desks = carriers.map((carrier): Desk => ({ carrier, shared, download }));
	const steps = <T>(make: (desk: Desk) => readonly T[]): T[] => desks.flatMap(make);
	const searchOrCreates: SearchOrCreate[] = steps((desk) => bookings(desk.carrier).map(([action, find]) => findOrCreateOf(desk, action, find)));
	return {
		version,
		platformVersion,
		// Empty fields come through as they are: the core makes them absent, the same on every host.
		flags: { cleanInputData: false },
		authentication: authenticationOf(carriers, shared),
		hydrators: { download },
		triggers: byKey(
			steps((desk) => [
				...desk.carrier.polls.map((trigger) => pollOf(desk, trigger)),
				// A public app may not have a trigger whose address a person pastes: only the private one has it.
				...desk.carrier.webhooks.filter(({ subscription }) => shared || subscription).map((trigger) => hookOf(desk, trigger)),
				...listsOf(desk.carrier).map(([name, list]) => dropdownOf(desk, name, list)),
			]),
		),
		searches: byKey(
			steps((desk) => [
				...desk.carrier.actions.filter(isSearchable).map((action) => searchOf(desk, action)),
				...bookings(desk.carrier)
					.filter(([, find]) => !isOwnSearch(find))
					.map(([action, find]) => byReferenceOf(desk, action, find)),
			]),
		),
		creates: byKey(steps((desk) => desk.carrier.actions.filter((action) => action.effect !== 'read').map((action) => createOf(desk, action)))),
		...(searchOrCreates.length > 0 ? { searchOrCreates: byKey(searchOrCreates) } : {}),
	};
}
