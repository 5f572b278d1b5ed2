import type { Listening, Sandbox } from '../../carriers';
import { credentialName } from '../../../nodes/adapter/names';
import type { Carrier } from '../../../shared/declare/carrier';
import { carriers } from '../../../shared/registry';
import type { N8nRest, StoredCredential } from './rest';

/** What a person types as the secret of a webhook, at the carrier and in n8n. */
export const webhookSecret = 'sandbox-webhook-secret';

/** Where a carrier is served. */
export const urlOf = (urls: Listening['urls'], id: string): string =>
	Object.entries(urls).find(([name]) => name === id)?.[1] ?? '';

/** The fields of a carrier's connection, filled in for the sandbox. */
export function sandboxFields(carrier: Carrier, sandbox: Sandbox, urls: Listening['urls']): Record<string, unknown> {
	const values: Record<string, unknown> = {
		...sandbox.carrier(carrier.id).account(),
		...(carrier.pastedWebhook ? { webhook_secret: webhookSecret } : {}),
		environment: 'other',
		base_url: urlOf(urls, carrier.id),
	};
	const missing = carrier.connection.form.filter((field) => field.required && values[field.key] === undefined);
	if (missing.length > 0)
		throw new Error(`The sandbox's ${carrier.title} has nothing for ${missing.map(({ key }) => key).join(', ')}`);
	return Object.fromEntries(
		carrier.connection.form.filter(({ key }) => values[key] !== undefined).map(({ key }) => [key, values[key]]),
	);
}

/** A credential for every carrier of the registry. */
export async function storeSandboxCredentials(
	rest: N8nRest,
	sandbox: Sandbox,
	urls: Listening['urls'],
): Promise<Map<string, StoredCredential>> {
	const stored = new Map<string, StoredCredential>();
	for (const carrier of carriers) {
		const fields = sandboxFields(carrier, sandbox, urls);
		stored.set(carrier.id, await rest.storeCredential(`${carrier.title} (sandbox)`, credentialName(carrier), fields));
	}
	return stored;
}
