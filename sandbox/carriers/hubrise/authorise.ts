import type { Call, Route } from '../framework/carrier';
import { consentPage, textPage } from './authorise-pages';
import { withErrorResponse } from './guard';
import { clientOf } from './by-id';
import { assertAllowedFields, readForm } from './oauth-form';
import { invalidRequest, ApiError, routingError } from './api-error';
import { readScope } from './scope';
import type { Grant, HubriseState } from './state';

const OOB = 'urn:ietf:wg:oauth:2.0:oob';
const QUERY_FIELDS = [
	'redirect_uri',
	'client_id',
	'scope',
	'state',
	'country',
	'account_name',
	'location_name',
	'device_id',
	'response_type',
];
const DECISION_FIELDS = ['decision', 'location_id'];

type AuthorisationRequest = Pick<Grant, 'client' | 'scope' | 'redirectUri' | 'device'>;

/** A mistake in the address is the integrator's. The page shows it and does not redirect. */
function readAuthorisationRequest(state: HubriseState, fields: URLSearchParams): AuthorisationRequest {
	const required = (name: string): string => {
		const value = fields.get(name);
		if (!value) throw invalidRequest(`${name} is missing`);
		return value;
	};
	const client = state.clients.find(({ id }) => id === required('client_id'));
	if (client === undefined) throw invalidRequest('client_id is unknown');
	const scope = required('scope');
	if (readScope(scope) === undefined) throw invalidRequest('scope is invalid');
	const redirectUri = required('redirect_uri');
	if (redirectUri !== OOB && !/^https?:$/.test(URL.canParse(redirectUri) ? new URL(redirectUri).protocol : '')) {
		throw invalidRequest('redirect_uri is invalid');
	}
	if ((fields.get('response_type') ?? 'code') !== 'code') throw invalidRequest('response_type must be code');
	return { client: client.id, scope, redirectUri, device: fields.get('device_id') };
}

function decide(state: HubriseState, fields: URLSearchParams, decision: string | null, location: string): Response {
	const request = readAuthorisationRequest(state, fields);
	const isAllowed = decision === 'allow';
	if (isAllowed && !state.locations.some(({ id }) => id === location)) throw invalidRequest('location_id is unknown');
	const code = isAllowed ? state.newToken() : undefined;
	if (code !== undefined) {
		const expiresAt = state.context.clock.now() + state.settings.codeMinutes * 60_000;
		state.grants.set(code, { ...request, location, expiresAt });
	}
	const result = code === undefined ? { error: 'access_denied' } : { code };
	if (request.redirectUri === OOB) return textPage(code ?? 'access_denied');
	const redirect = new URL(request.redirectUri);
	for (const [name, value] of Object.entries(result)) redirect.searchParams.set(name, value);
	const stateParameter = fields.get('state');
	if (stateParameter !== null) redirect.searchParams.set('state', stateParameter);
	return new Response(null, { status: 302, headers: { location: redirect.href } });
}

/** HR21: a person in a browser comes here, and is sent back with a code. */
function showConsent({ state, exchange }: Call<HubriseState>): Response {
	const fields = exchange.url.searchParams;
	assertAllowedFields(fields, QUERY_FIELDS);
	const { consent, consentLocation } = state.settings;
	if (consent !== 'ask') return decide(state, fields, consent, consentLocation);
	return consentPage(clientOf(state, readAuthorisationRequest(state, fields).client).name, fields, state.locations);
}

function answer(call: Call<HubriseState>): Response {
	const fields = readForm(call, [...QUERY_FIELDS, ...DECISION_FIELDS]);
	return decide(call.state, fields, fields.get('decision'), fields.get('location_id') ?? '');
}

const authoriseRoute = (
	name: string,
	method: 'GET' | 'POST',
	handler: (call: Call<HubriseState>) => Response,
): Route<HubriseState> => ({
	name,
	method,
	path: '/oauth2/v1/authorize',
	effect: method === 'GET' ? 'read' : 'write',
	handler: (call) =>
		withErrorResponse(() => {
			if (call.exchange.url.host === 'api.hubrise.com') throw routingError();
			try {
				return handler(call);
			} catch (error) {
				if (error instanceof ApiError) return textPage(error.body.message ?? '', error.status);
				throw error;
			}
		}, 'none'),
});

export const authoriseRoutes = [
	authoriseRoute('oauth.authorise', 'GET', showConsent),
	authoriseRoute('oauth.consent', 'POST', answer),
];
