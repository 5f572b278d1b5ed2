import { credentialName } from '../../nodes/adapter/names';
import type { StoredCredentials } from '../../sandbox/hosts/n8n';
import { orderSubjects } from '../lab/subjects';
import { storedCredential } from '../n8n/stored-credential';

/** What n8n has stored for each carrier that books shops' orders. */
export const accountsAt = (urls: Readonly<Record<string, string | undefined>>): StoredCredentials =>
	Object.fromEntries(
		orderSubjects.map(({ carrier, connection }) => [
			credentialName(carrier),
			storedCredential({ environment: 'other', base_url: urls[carrier.id] ?? '', ...connection }),
		]),
	);
