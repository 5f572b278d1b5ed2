import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import type { Carrier } from '../../shared/declare/carrier';
import type { Access } from '../../shared/declare/connection';
import { failed, success, type Result } from '../../shared/declare/failure';
import { connect } from '../../shared/run/connect';
import type { Ports } from '../../shared/run/ports';
import { credentialOf, fieldsOf } from './authentication';
import type { Host } from './host';
import { credentialName } from './names';
import { clock, limiter, locks, memory } from './process';
import { transportOf } from './transport';

/** A connection that has been read, and the way out that uses it. */
export interface Connected {
	access: Access;
	ports: Ports;
}

/** Reads the connection of one item and opens the ports. */
export async function connected(host: Host, carrier: Carrier, itemIndex?: number, signal?: AbortSignal): Promise<Result<Connected>> {
	const type = credentialOf(host, carrier);
	const credentials = await host.getCredentials<ICredentialDataDecryptedObject>(type, itemIndex);
	const { oauth } = carrier.connection;
	const fields = fieldsOf(carrier, credentials);
	if (oauth && type !== credentialName(carrier) && fields[oauth.tokenField] === undefined) {
		return failed('not_authorised', `The ${carrier.title} credential is not connected yet`, { advice: 'Open the credential and press Connect.' });
	}
	const access = connect(carrier, fields);
	if (!access.ok) return access;
	const ports: Ports = {
		transport: transportOf(host, carrier, type, credentials),
		...clock,
		random: Math.random,
		memory,
		limiter,
		locks,
		...(signal ? { cancelled: () => signal.aborted } : {}),
	};
	return success({ access: access.value, ports });
}
