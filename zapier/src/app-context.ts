import type { Action } from '../../shared/declare/action';
import type { Carrier } from '../../shared/declare/carrier';
import { SHOP_ORDER } from '../../shared/declare/shop-order';
import { markedName } from '../../shared/declare/twin';
import type { Bundle, ZObject } from './platform';
import { snakeCase, titleCase } from './wording';

/** One carrier within one app. In an app of several carriers, its keys and labels include the carrier's name. */
export interface AppContext {
	carrier: Carrier;
	/** The app serves more than this carrier. */
	shared: boolean;
	/** The app's own downloader: the platform knows it by identity. */
	download(this: void, z: ZObject, bundle: Bundle): Promise<string>;
}

/** A shop's order is the same step for every carrier: in the app of all of them, the connection decides. */
export const isForAnyCarrier = ({ resource }: Pick<Action, 'resource'>): boolean => resource === SHOP_ORDER;

const ownContext = ({ carrier, shared }: Pick<AppContext, 'carrier' | 'shared'>, action: Action) => ({
	carrier,
	shared: shared && !isForAnyCarrier(action),
});

/** Keys are permanent: they come from ids, never from titles, which may be reworded. */
export const keyOf = ({ carrier, shared }: Pick<AppContext, 'carrier' | 'shared'>, name: string): string =>
	shared ? `${carrier.id}_${name}` : name;

/** "Create Delivery", or "Create Delivery in Cyke" beside other carriers. */
export const labelOf = ({ carrier, shared }: AppContext, title: string): string =>
	shared ? `${title} in ${carrier.title}` : title;

/** "Book Shop Order in Cyke", and in the app of all carriers "Book Shop Order". */
export function stepLabelOf(context: AppContext, action: Action, title: string): string {
	if (!isForAnyCarrier(action)) return labelOf(context, markedName(action, title));
	return !context.shared && action.effect === 'booking' ? `${title} in ${context.carrier.title}` : title;
}

function resourceOf({ carrier }: AppContext, action: Action) {
	const resource = carrier.resources[action.resource];
	if (!resource) throw new Error(`${carrier.id} has no resource "${action.resource}"`);
	return resource;
}

export const nounOf = (context: AppContext, action: Action): string => resourceOf(context, action).title;

export const createKey = (context: AppContext, action: Action): string =>
	keyOf(ownContext(context, action), `${snakeCase(action.verb)}_${snakeCase(resourceOf(context, action).singular)}`);

/** `get` is "find_delivery", `getAll` "find_deliveries", `getLatest` "find_latest_delivery". */
export function searchKey(context: AppContext, action: Action): string {
	const own = ownContext(context, action);
	if (action.asSearch) return keyOf(own, `find_${action.asSearch.key}`);
	const { singular: one, plural: many } = resourceOf(context, action);
	const which = snakeCase(action.verb).replace(/^(get_all|get_many|get)_?/, '');
	return keyOf(own, ['find', which, snakeCase(action.isList ? many : one)].filter((word) => word !== '').join('_'));
}

/** "Get Many Deliveries" reads "Find Deliveries" on this host. */
export const searchTitle = (action: Action): string =>
	action.asSearch?.title ?? action.title.replace(/^(Get Many|Get|List)\b/, 'Find');

/** "Reads one delivery …" becomes "Finds one delivery …". */
export const searchDescription = (action: Action): string =>
	action.description.replace(/^(Reads|Lists|Gets)\b/, 'Finds');

export const dropdownKey = (context: AppContext, list: string): string => keyOf(context, `list_${snakeCase(list)}`);
export const pollKey = (context: AppContext, id: string): string => keyOf(context, snakeCase(id));
export const hookKey = (context: AppContext): string => keyOf(context, 'webhook_event');
export const byReferenceKey = (context: AppContext, action: Action): string =>
	keyOf(context, `find_${snakeCase(resourceOf(context, action).singular)}_by_reference`);
export const byReferenceTitle = (context: AppContext, action: Action): string =>
	`Find ${titleCase(resourceOf(context, action).singular)} by Reference`;
export const singularOf = (context: AppContext, action: Action): string => resourceOf(context, action).singular;
