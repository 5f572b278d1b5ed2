import type { INodeParameters } from 'n8n-workflow';

import type { Step } from './canvas';
import { usualCredential } from './carrier-steps';
import { setting } from './pieces';

const WAYBILL = 'n8n-nodes-waybill.waybill';

/** What fails goes to a step that tells about it. */
export const onError = { onError: 'continueErrorOutput' } as const;

/** A fault that passes within seconds troubles nobody. */
export const retries = { retryOnFail: true, maxTries: 4, waitBetweenTries: 2_000 } as const;

/** A step of the node for every carrier, at the one that Settings names. */
export const waybillStep = (
	name: string,
	at: Step['at'],
	operation: string,
	parameters: INodeParameters,
	settings: Step['settings'] = {},
): Step => ({
	name,
	type: WAYBILL,
	at,
	parameters: { carrier: setting('carrier'), operation, ...parameters },
	settings: { ...usualCredential, ...onError, ...settings },
});

/** Sends a request that Prepare Shop Update made. */
export const requestStep = (
	{ credential: { type, name } }: { credential: { type: string; name: string } },
	step: string,
	at: Step['at'],
): Step => ({
	name: step,
	type: 'n8n-nodes-base.httpRequest',
	version: 4.2,
	at,
	settings: { ...onError, credentials: { [type]: { id: `${name.split(' ')[0]?.toLowerCase()}-account`, name } } },
	parameters: {
		method: '={{ $json.method }}',
		url: '={{ $json.url }}',
		authentication: 'predefinedCredentialType',
		nodeCredentialType: type,
		sendBody: true,
		contentType: 'raw',
		rawContentType: '={{ $json.contentType }}',
		body: '={{ $json.body }}',
		options: {},
	},
});

/** All items as a list in one item. */
export const listStep = (name: string, at: Step['at'], field: string): Step => ({
	name,
	type: 'n8n-nodes-base.aggregate',
	version: 1,
	at,
	parameters: { aggregate: 'aggregateAllItemData', destinationFieldName: field, options: {} },
});
