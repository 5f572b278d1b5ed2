import { z } from 'zod/v4';

import { action, type Action } from '../declare/action';
import type { Carrier } from '../declare/carrier';
import type { Access } from '../declare/connection';
import { failed, success, type Failure, type Result } from '../declare/failure';
import { isJsonObject, type JsonObject } from '../json';
import { parseJson } from '../declare/reading';
import type { WireResponse } from '../declare/wire';
import { perform } from './perform';
import type { Ports } from './ports';

export const CHECK_ADDRESS = 'Check the environment and the base URL.';

/** At an address with a typing error there is often somebody else's page. */
export const webPageAt = (title: string) => `A web page answers at this address, and not the API of ${title}`;

/** The response object, or the first of a list. A connection may read its account from it. */
const accountReading = (title: string) => (response: WireResponse) => {
	if (response.text.trimStart().startsWith('<'))
		return failed('wrong_connection', webPageAt(title), { advice: CHECK_ADDRESS });
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
		readings: Object.fromEntries([200, 201, 202, 204].map((status) => [status, accountReading(carrier.title)])),
		samples: [],
		antiSamples: [],
	});

/** A host without an answer is more often a wrong one than one that is down. */
const withAddressAdvice = (failure: Failure): Result<never> => ({
	ok: false,
	failure: { ...failure, advice: `${CHECK_ADDRESS} If they are right, wait a few minutes and test again.` },
});

/** The account, once the carrier has accepted the credentials. */
export async function testConnection(carrier: Carrier, access: Access, ports: Ports): Promise<Result<JsonObject>> {
	const result = await perform({ carrier, action: testAction(carrier), access, values: {} }, ports);
	if (!result.ok) return result.failure.code === 'unavailable' ? withAddressAdvice(result.failure) : result;
	const account = carrier.connection.account?.(result.value[0] ?? {}, access) ?? access.identity;
	return success({ carrier: carrier.title, account });
}
