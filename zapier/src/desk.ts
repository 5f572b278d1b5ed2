import type { Action } from '../../shared/declare/action';
import type { Carrier } from '../../shared/declare/carrier';
import type { Bundle, ZObject } from './platform';
import { snake, titled } from './words';

/** One carrier within one app. In an app of several carriers its keys and labels say whose they are. */
export interface Desk {
	carrier: Carrier;
	/** The app serves more than this carrier. */
	shared: boolean;
	/** The app's own downloader: the platform knows it by identity. */
	download(this: void, z: ZObject, bundle: Bundle): Promise<string>;
}

/** Keys are for ever: they come from ids, never from titles, which may be reworded. */
export const keyOf = ({ carrier, shared }: Pick<Desk, 'carrier' | 'shared'>, name: string): string => (shared ? `${carrier.id}_${name}` : name);

/** "Create Delivery", or "Create Delivery in Cyke" beside other carriers. */
export const labelOf = ({ carrier, shared }: Desk, title: string): string => (shared ? `${title} in ${carrier.title}` : title);

function resourceOf({ carrier }: Desk, action: Action) {
	const resource = carrier.resources[action.resource];
	if (!resource) throw new Error(`${carrier.id} has no resource "${action.resource}"`);
	return resource;
}

export const nounOf = (desk: Desk, action: Action): string => resourceOf(desk, action).title;

export const createKey = (desk: Desk, action: Action): string => keyOf(desk, `${snake(action.verb)}_${snake(resourceOf(desk, action).one)}`);

/** `get` is "find_delivery", `getAll` "find_deliveries", `getLatest` "find_latest_delivery". */
export function searchKey(desk: Desk, action: Action): string {
	const { one, many } = resourceOf(desk, action);
	const which = snake(action.verb).replace(/^(get_all|get_many|get)_?/, '');
	return keyOf(desk, ['find', which, snake(action.many ? many : one)].filter((word) => word !== '').join('_'));
}

/** "Get Many Deliveries" reads "Find Deliveries" on this host. */
export const searchTitle = (action: Action): string => action.title.replace(/^(Get Many|Get|List)\b/, 'Find');

/** "Reads one delivery …" reads "Finds one delivery …"; "Tells what …" reads "Finds out what …". */
export const searchDescription = (action: Action): string => action.does.replace(/^(Reads|Lists|Gets)\b/, 'Finds').replace(/^Tells\b/, 'Finds out');

export const dropdownKey = (desk: Desk, list: string): string => keyOf(desk, `list_${snake(list)}`);
export const pollKey = (desk: Desk, id: string): string => keyOf(desk, snake(id));
export const hookKey = (desk: Desk): string => keyOf(desk, 'webhook_event');
export const byReferenceKey = (desk: Desk, action: Action): string => keyOf(desk, `find_${snake(resourceOf(desk, action).one)}_by_reference`);
export const byReferenceTitle = (desk: Desk, action: Action): string => `Find ${titled(resourceOf(desk, action).one)} by Reference`;
export const oneOf = (desk: Desk, action: Action): string => resourceOf(desk, action).one;
