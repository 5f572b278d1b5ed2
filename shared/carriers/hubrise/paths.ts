import type { ConnectionFacts } from '../../declare/facts';
import type { Problem } from '../../declare/failure';
import { text } from '../../declare/field';

/** Where something is: the short path of a connection's own location, or the long one of the location that is named. */
export interface AtLocation {
	location_id?: string;
}

export interface AtOrder extends AtLocation {
	order_id: string;
}

export const locationField = () =>
	text({
		label: 'Location',
		placeholder: '3r4s3-1',
		help: 'Needed where the connection is for a whole account. A connection of one location needs none.',
		choices: 'locations',
		common: true,
		forConnection: { field: 'access_level', is: ['account'] },
	}).optional();

export const orderField = () =>
	text({ label: 'Order', placeholder: '5dpm9', help: 'The ID that HubRise gave the order.', choices: 'orders' });

/** A token of an account has no location that a short path could mean. */
export const checkLocation = (draft: AtLocation, { access }: Pick<ConnectionFacts, 'access'>): Problem[] =>
	access.version === 'account' && draft.location_id === undefined
		? [
				{
					path: ['location_id'],
					message:
						'is missing: this connection is for a whole account, so the step has to say which of its locations is meant',
				},
			]
		: [];

const encodePart = (id: string) => encodeURIComponent(id);

export const locationPath = ({ location_id }: AtLocation): string =>
	location_id === undefined ? '/location' : `/locations/${encodePart(location_id)}`;
export const orderPath = (target: AtOrder): string => `${locationPath(target)}/orders/${encodePart(target.order_id)}`;
export const deliveryPath = (target: AtOrder): string => `${orderPath(target)}/delivery`;
export const quotePath = (target: AtOrder, id?: string): string =>
	`${orderPath(target)}/delivery_quotes${id === undefined ? '' : `/${encodePart(id)}`}`;

/** HubRise takes whole seconds with an offset, and no fraction. */
export const withoutFraction = (moment: string | undefined): string | undefined =>
	moment?.replace(/\.\d+(?=Z|[+-])/, '');
