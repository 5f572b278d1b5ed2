import type { INodeParameters } from 'n8n-workflow';

import type { Step } from '../canvas';
import { setting } from '../pieces';
import { onError } from '../shop-steps';

const account = { credentials: { hubRiseApi: { id: 'hubrise-account', name: 'HubRise account' } } };

const byId = (value: string): INodeParameters => ({ __rl: true, mode: 'id', value });

/** HubRise's trigger for orders that reach a status. */
export const orderTrigger = (name: string, at: Step['at'], statuses: readonly string[]): Step => ({
	name,
	type: 'n8n-nodes-waybill.hubRiseTrigger',
	at,
	settings: account,
	parameters: { authentication: 'accessToken', event: 'orderStatusChanged', only: [...statuses] },
});

/** A step at HubRise itself. `order`: the expression for the order's ID. */
export const hubRiseStep = (
	name: string,
	at: Step['at'],
	[resource, operation]: readonly [string, string],
	{ order, ...parameters }: INodeParameters & { order?: string },
	settings: Step['settings'] = {},
): Step => ({
	name,
	type: 'n8n-nodes-waybill.hubRise',
	at,
	settings: { ...account, ...onError, ...settings },
	parameters: {
		authentication: 'accessToken',
		resource,
		operation,
		location_id: byId(setting('location')),
		...(order === undefined ? {} : { order_id: byId(`={{ ${order} }}`) }),
		...parameters,
	},
});
