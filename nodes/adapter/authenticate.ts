import type {
	ICredentialDataDecryptedObject,
	ICredentialTestRequest,
	IDataObject,
	IHttpRequestHelper,
	IHttpRequestOptions,
} from 'n8n-workflow';
import { UserError } from 'n8n-workflow';

import type { Carrier } from '../../shared/declare/carrier';
import type { Access, ReadyAccess } from '../../shared/declare/connection';
import { credentialParts } from '../../shared/declare/credentials';
import type { Result } from '../../shared/declare/failure';
import { authorise } from '../../shared/run/authorise';
import { encode } from '../../shared/run/encode';
import { CALL_BUDGET_MS } from '../../shared/run/retry';
import { CHECK_ADDRESS, webPageAt } from '../../shared/run/test-connection';
import { mayCarryCredentials } from '../../shared/run/url-checks';
import { connectionFieldsOf } from './authentication';
import { clock, locks, secrets } from './process-state';
import { readConnection } from './read-connection';
import { sendBy } from './transport';

/** Placeholder for the carrier's own test call. Only the connection knows its method, address and body. */
const TEST_URL = '/connection-test';

function testRequest(carrier: Carrier, access: Access, requestOptions: IHttpRequestOptions): IHttpRequestOptions {
	const { method, url, headers, body } = encode(carrier.connection.test(access), access);
	const content = body === undefined || typeof body === 'string' ? body : Buffer.from(body);
	return {
		...requestOptions,
		baseURL: undefined,
		method,
		url,
		headers: { ...requestOptions.headers, ...headers },
		body: content,
	};
}

/** Tokens are fetched before n8n signs a request (see `preAuthenticate`), and stay in the memory of this process. */
async function readyAccess(carrier: Carrier, access: Access): Promise<Result<ReadyAccess>> {
	const transport = {
		send: async () => ({ noResponse: { delivered: 'no' as const, reason: 'it was not signed in' } }),
	};
	return await authorise({ carrier, access, deadline: Infinity }, { ...clock, locks, secrets, transport });
}

/** The connection of a credential, or an error that n8n shows. */
function accessOf(carrier: Carrier, credentials: ICredentialDataDecryptedObject): Access {
	const access = readConnection(carrier, connectionFieldsOf(carrier, credentials));
	if (!access.ok) throw new UserError(access.failure.message, { description: access.failure.advice });
	return access.value;
}

/**
 * Adds the credentials to a request of our nodes, of the credential test or of n8n's HTTP Request node, after checking
 * that its address is the carrier's. Redirects are not followed, because they could carry the credentials elsewhere.
 */
export async function authenticate(
	carrier: Carrier,
	credentials: ICredentialDataDecryptedObject,
	requestOptions: IHttpRequestOptions,
): Promise<IHttpRequestOptions> {
	const access = accessOf(carrier, credentials);
	const request = requestOptions.url === TEST_URL ? testRequest(carrier, access, requestOptions) : requestOptions;
	const url = request.baseURL === undefined ? request.url : new URL(request.url, request.baseURL).href;
	if (!mayCarryCredentials(url, access)) {
		throw new UserError(`The ${carrier.title} credentials are sent to ${carrier.title} alone, and only over https`, {
			description: 'Check the address of the request against the Environment and Base URL of the credential.',
		});
	}
	const ready = await readyAccess(carrier, access);
	if (!ready.ok) throw new UserError(ready.failure.message, { description: ready.failure.advice });
	const { headers, query } = credentialParts(ready.value.credentials);
	return {
		...request,
		headers: { ...request.headers, ...headers },
		...(Object.keys(query).length === 0 ? {} : { qs: { ...request.qs, ...query } }),
		disableFollowRedirect: true,
	};
}

/**
 * For a carrier with tokens: makes sure that one exists before n8n signs a request from outside our nodes. Returns
 * nothing, because n8n would store the result.
 */
export async function preAuthenticate(
	carrier: Carrier,
	{ helpers }: IHttpRequestHelper,
	credentials: ICredentialDataDecryptedObject,
): Promise<IDataObject> {
	const transport = { send: sendBy(async (options) => await helpers.httpRequest(options)) };
	const job = { carrier, access: accessOf(carrier, credentials), deadline: clock.now() + CALL_BUDGET_MS };
	const ready = await authorise(job, { ...clock, locks, secrets, transport });
	if (!ready.ok) throw new UserError(ready.failure.message, { description: ready.failure.advice });
	return {};
}

/** n8n calls this when a person presses "Test" or saves the credential. Failures come with advice. */
export function credentialTest(carrier: Carrier): ICredentialTestRequest {
	const { title, connection } = carrier;
	const rule = (value: number, message: string) => ({
		type: 'responseCode' as const,
		properties: {
			value,
			message: [message, connection.testAdvice?.[value]].filter((part) => part !== undefined).join(' '),
		},
	});
	const requiredLabels = connection.form.filter(({ required }) => required).map(({ label }) => `the ${label}`);
	const notAccepted = `${title} did not accept ${requiredLabels.join(' or ')}. Find the credentials here: ${connection.credentialsLocation}.`;
	const rules = [
		rule(401, notAccepted),
		rule(403, notAccepted),
		rule(404, `There is no ${title} at this address. ${CHECK_ADDRESS}`),
		...[301, 302, 307, 308].map((status) =>
			rule(status, `This address leads elsewhere, not to ${title}. ${CHECK_ADDRESS}`),
		),
		...[500, 502, 503, 504].map((status) =>
			rule(status, `${title} cannot answer at the moment. Wait a few minutes and test again, or: ${CHECK_ADDRESS}`),
		),
		// The first character of a page, where the carrier's own answers are JSON.
		{
			type: 'responseSuccessBody' as const,
			properties: { key: '0', value: '<', message: `${webPageAt(title)}. ${CHECK_ADDRESS}` },
		},
		rule(410, `${title} has switched this version of its API off. Choose the newer one.`),
	];
	return {
		request: { url: TEST_URL },
		// n8n goes through both kinds of rules; its type says one kind at a time.
		rules: rules as ICredentialTestRequest['rules'],
	};
}
