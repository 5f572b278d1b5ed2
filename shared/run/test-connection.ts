import { z } from 'zod/v4';

import { action, type Action } from '../declare/action';
import type { Carrier } from '../declare/carrier';
import type { Access } from '../declare/connection';
import { success, type Result } from '../declare/failure';
import { isJsonObject, type JsonObject } from '../json';
import { parseJson } from '../declare/reading';
import type { WireResponse } from '../declare/wire';
import { perform } from './perform';
import type { Ports } from './ports';

/** The response object, or the first of a list. A connection may read its account from it. */
const accountReading = (response: WireResponse) => {
	const parsed = parseJson(response);
	const body = Array.isArray(parsed) ? parsed[0] : parsed;
	return success([isJsonObject(body) ? body : {}]);
};

/** The connection's cheap call as an action, so that it uses the same pipeline as any other. */
const testAction = (carrier: Carrier): Action =>
	action({
		resource: 'connection',
		verb: 'test',
		title: 'Test Connection',
		description: 'Makes a cheap call that only a valid connection can make.',
		covers: [],
		effect: 'read',
		input: z.object({}),
		output: z.looseObject({}),
		request: (_input, facts) => carrier.connection.test(facts.access),
		readings: { 200: accountReading, 201: accountReading, 202: accountReading, 204: accountReading },
		samples: [],
		antiSamples: [],
	});

/** The account, once the carrier has accepted the credentials. */
export async function testConnection(carrier: Carrier, access: Access, ports: Ports): Promise<Result<JsonObject>> {
	const result = await perform({ carrier, action: testAction(carrier), access, values: {} }, ports);
	if (!result.ok) return result;
	const account = carrier.connection.account?.(result.value[0] ?? {}, access) ?? access.identity;
	return success({ carrier: carrier.title, account });
}
