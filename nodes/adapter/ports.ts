import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import type { Carrier } from '../../shared/declare/carrier';
import type { Access } from '../../shared/declare/connection';
import { failed, success, type Result } from '../../shared/declare/failure';
import type { Ports } from '../../shared/run/ports';
import { credentialOf, connectionFieldsOf, hostConnectionOf } from './authentication';
import type { Host } from './host';
import { credentialName } from './names';
import { clock, limiter, locks, secrets, store } from './process-state';
import { readConnection } from './read-connection';
import { transportOf } from './transport';

/** A connection that has been read, and the way out that uses it. */
export interface ConnectionContext {
	carrier: Carrier;
	access: Access;
	ports: Ports;
}

/** Reads the connection of one item and opens the ports. */
export async function openConnection(
	host: Host,
	carrier: Carrier,
	itemIndex?: number,
	signal?: AbortSignal,
): Promise<Result<ConnectionContext>> {
	const type = credentialOf(host, carrier);
	// A node of one carrier cannot be saved without its credential, so that only a choice of carriers may lack one.
	if (host.getNode().parameters.carrier !== undefined && host.getNode().credentials?.[type] === undefined)
		return failed(
			'wrong_connection',
			`This item is for ${carrier.title}, and the step has no ${carrier.title} credential`,
			{
				advice: `Open the step and choose a ${carrier.title} credential. Nothing was booked for this item.`,
			},
		);
	const credentials = await host.getCredentials<ICredentialDataDecryptedObject>(type, itemIndex);
	const { oauth } = carrier.connection;
	const fields = connectionFieldsOf(carrier, credentials);
	if (oauth && type !== credentialName(carrier) && fields[oauth.tokenField] === undefined) {
		return failed('not_authorised', `The ${carrier.title} credential is not connected yet`, {
			advice: 'Open the credential and press Connect.',
		});
	}
	const access = readConnection(
		carrier,
		fields,
		hostConnectionOf(carrier, credentials, host.getNode().credentials?.[type]?.id),
	);
	if (!access.ok) return access;
	const ports: Ports = {
		transport: transportOf(host, carrier, type, credentials),
		...clock,
		random: Math.random,
		store,
		secrets,
		limiter,
		locks,
		...(signal ? { cancelled: () => signal.aborted } : {}),
	};
	return success({ carrier, access: access.value, ports });
}
