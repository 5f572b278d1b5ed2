import { z } from 'zod/v4';

import { action, type Action } from '../declare/action';
import type { Item } from '../declare/facts';
import type { Carrier } from '../declare/carrier';
import type { Access } from '../declare/connection';
import { success, type Result } from '../declare/failure';
import { isJsonObject, type JsonObject } from '../declare/json';
import { parseJson } from '../declare/reading';
import type { WireAnswer } from '../declare/wire';
import { perform } from './perform';
import type { Ports } from './ports';

/** The answer's own words where they are an object, or the first of a list; a connection may read from them whose account it is. */
const taken = (answer: WireAnswer) => {
	const whole = parseJson(answer);
	const body = Array.isArray(whole) ? whole[0] : whole;
	return success<Item[]>([isJsonObject(body) ? body : {}]);
};

/** The connection's cheap call as an action, so that it goes the same road as any other. */
const probe = (carrier: Carrier): Action =>
	action({
		resource: 'connection',
		verb: 'test',
		title: 'Test Connection',
		does: 'Makes a cheap call that only a valid connection can make.',
		covers: [],
		effect: 'read',
		input: z.object({}),
		output: z.object({}),
		request: (_given, facts) => carrier.connection.test(facts.access),
		readings: { 200: taken, 201: taken, 202: taken, 204: taken },
		samples: [],
		antiSamples: [],
	});

/** Whose account it is, once the carrier has accepted the credentials. */
export async function testConnection(carrier: Carrier, access: Access, ports: Ports): Promise<Result<JsonObject>> {
	const answer = await perform({ carrier, action: probe(carrier), access, values: {} }, ports);
	if (!answer.ok) return answer;
	const account = carrier.connection.account?.(answer.value[0] ?? {}, access) ?? access.identity;
	return success({ carrier: carrier.title, account });
}
