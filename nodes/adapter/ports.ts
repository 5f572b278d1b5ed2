import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import type { Carrier } from '../../shared/declare/carrier';
import type { Access } from '../../shared/declare/connection';
import { success, type Result } from '../../shared/declare/failure';
import type { JsonObject } from '../../shared/declare/json';
import { connect } from '../../shared/run/connect';
import type { Ports } from '../../shared/run/ports';
import type { Host } from './host';
import { credentialName } from './names';
import { plain } from './plain';
import { clock, limiter, locks, memory } from './process';
import { transportOf } from './transport';

/** A connection that has been read, and the way out that uses it. */
export interface Connected {
	access: Access;
	ports: Ports;
}

/** Credentials hold texts, numbers and truth values, and n8n's own keys beside ours. */
export function fieldsOf(credentials: ICredentialDataDecryptedObject): JsonObject {
	const fields: JsonObject = {};
	for (const [key, value] of Object.entries(credentials)) fields[key] = plain(value);
	return fields;
}

/** Reads the connection of one item and opens the ports. */
export async function connected(host: Host, carrier: Carrier, itemIndex?: number, signal?: AbortSignal): Promise<Result<Connected>> {
	const credentials = await host.getCredentials<ICredentialDataDecryptedObject>(credentialName(carrier), itemIndex);
	const access = connect(carrier, fieldsOf(credentials));
	if (!access.ok) return access;
	const ports: Ports = {
		transport: transportOf(host, carrier, credentials),
		...clock,
		random: Math.random,
		memory,
		limiter,
		locks,
		...(signal ? { cancelled: () => signal.aborted } : {}),
	};
	return success({ access: access.value, ports });
}
