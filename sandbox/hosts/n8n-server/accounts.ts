import type { CarrierName, Listening, Sandbox } from '../../carriers';
import { credentialName } from '../../../nodes/adapter/names';
import type { Carrier } from '../../../shared/declare/carrier';
import { carriers } from '../../../shared/registry';
import type { N8nRest, StoredCredential } from './rest';

/** What a person types as the secret of a webhook, at the carrier and in n8n. */
export const webhookSecret = 'sandbox-webhook-secret';

/** What a person knows of their account at each embedded carrier, under the names of the connection's fields. */
const known: Record<CarrierName, (sandbox: Sandbox) => Record<string, unknown>> = {
	cyke: ({ cyke }) => ({ ...cyke.accounts[0], webhook_secret: webhookSecret }),
	deliverit: ({ deliverit }) => ({ ...deliverit.accounts[0] }),
	cubyn: ({ cubyn }) => {
		const key = cubyn.accounts[0]?.applications[0]?.key;
		return { application_key: key, webhook_secret: webhookSecret };
	},
	hubrise: ({ hubrise }) => {
		const connection = hubrise.connections.find(({ client, location }) => client.startsWith('bridge.') && location !== null);
		return { access_token: connection?.token, client_secret: hubrise.clients.find(({ id }) => id === connection?.client)?.secret };
	},
};

const isEmbedded = (id: string): id is CarrierName => Object.hasOwn(known, id);

/** The fields of a carrier's connection, filled in for the sandbox. */
export function sandboxFields(carrier: Carrier, sandbox: Sandbox, urls: Listening['urls']): Record<string, unknown> {
	if (!isEmbedded(carrier.id)) throw new Error(`The sandbox has no ${carrier.title}`);
	const values: Record<string, unknown> = { ...known[carrier.id](sandbox), environment: 'other', base_url: urls[carrier.id] };
	const missing = carrier.connection.form.filter((field) => field.required && values[field.key] === undefined);
	if (missing.length > 0) throw new Error(`The sandbox's ${carrier.title} has nothing for ${missing.map(({ key }) => key).join(', ')}`);
	return Object.fromEntries(carrier.connection.form.filter(({ key }) => values[key] !== undefined).map(({ key }) => [key, values[key]]));
}

/** A credential for every carrier of the registry. */
export async function storeSandboxCredentials(rest: N8nRest, sandbox: Sandbox, urls: Listening['urls']): Promise<Map<string, StoredCredential>> {
	const stored = new Map<string, StoredCredential>();
	for (const carrier of carriers) {
		const fields = sandboxFields(carrier, sandbox, urls);
		stored.set(carrier.id, await rest.storeCredential(`${carrier.title} (sandbox)`, credentialName(carrier), fields));
	}
	return stored;
}
