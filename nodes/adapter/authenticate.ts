import type { ICredentialDataDecryptedObject, ICredentialTestRequest, IHttpRequestOptions } from 'n8n-workflow';
import { UserError } from 'n8n-workflow';

import type { Carrier } from '../../shared/declare/carrier';
import type { Access } from '../../shared/declare/connection';
import { mayCarryCredentials } from '../../shared/run/address';
import { connect } from '../../shared/run/connect';
import { encode } from '../../shared/run/encode';
import { fieldsOf } from './authentication';

/** Stands for the carrier's own test call, of which only the connection knows method, address and body. */
const TEST_URL = '/connection-test';

function testRequest(carrier: Carrier, access: Access, asked: IHttpRequestOptions): IHttpRequestOptions {
	const { method, url, headers, body } = encode(carrier.connection.test(access), access);
	const content = body === undefined || typeof body === 'string' ? body : Buffer.from(body);
	return { ...asked, baseURL: undefined, method, url, headers: { ...asked.headers, ...headers }, body: content };
}

/**
 * Adds the credentials to a request, be it of our nodes, of the credential test or of n8n's HTTP Request node,
 * once its address is known to be the carrier's. Redirects are not followed: they could carry the credentials elsewhere.
 */
export async function authenticate(carrier: Carrier, credentials: ICredentialDataDecryptedObject, asked: IHttpRequestOptions): Promise<IHttpRequestOptions> {
	const access = connect(carrier, fieldsOf(carrier, credentials));
	if (!access.ok) throw new UserError(access.failure.message, { description: access.failure.advice });
	const request = asked.url === TEST_URL ? testRequest(carrier, access.value, asked) : asked;
	const url = request.baseURL === undefined ? request.url : new URL(request.url, request.baseURL).href;
	if (!mayCarryCredentials(url, access.value)) {
		throw new UserError(`The ${carrier.title} credentials are sent to ${carrier.title} alone, and only over https`, {
			description: 'Check the address of the request against the Environment and Base URL of the credential.',
		});
	}
	return { ...request, headers: { ...request.headers, ...access.value.headers }, disableFollowRedirect: true };
}

/** What n8n calls when a person presses "Test" or saves the credential, with words for what may be wrong. */
export function credentialTest(carrier: Carrier): ICredentialTestRequest {
	const { title, connection } = carrier;
	const rule = (value: number, message: string) => ({
		type: 'responseCode' as const,
		properties: { value, message: [message, connection.testAdvice?.[value]].filter((part) => part !== undefined).join(' ') },
	});
	const typed = connection.form.filter(({ required }) => required).map(({ label }) => `the ${label}`);
	const notAccepted = `${title} did not accept ${typed.join(' or ')}. Find the credentials here: ${connection.whereFound}.`;
	return {
		request: { url: TEST_URL },
		rules: [
			rule(401, notAccepted),
			rule(403, notAccepted),
			rule(404, `There is no ${title} at this address. Check the environment and the base URL.`),
			rule(410, `${title} has switched this version of its API off. Choose the newer one.`),
		],
	};
}
