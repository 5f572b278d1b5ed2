import type { Call, Route } from '../frame/carrier';
import { consentPage, shown } from './authorisePages';
import type { Grant } from './grant';
import { refusing } from './guard';
import { clientOf } from './known';
import { assertKnown, readForm } from './oauthForm';
import { invalidRequest, Refusal, routingError } from './refusal';
import { readScope } from './scope';
import type { HubriseState } from './state';

const OOB = 'urn:ietf:wg:oauth:2.0:oob';
const ASKED = ['redirect_uri', 'client_id', 'scope', 'state', 'country', 'account_name', 'location_name', 'device_id', 'response_type'];
const DECIDED = ['decision', 'location_id'];

type Wish = Pick<Grant, 'client' | 'scope' | 'redirectUri' | 'device'>;

/** A mistake in the address is the integrator's: it is shown here, and nobody is sent anywhere. */
function readWish(state: HubriseState, fields: URLSearchParams): Wish {
	const needed = (name: string): string => {
		const value = fields.get(name);
		if (!value) throw invalidRequest(`${name} is missing`);
		return value;
	};
	const client = state.clients.find(({ id }) => id === needed('client_id'));
	if (client === undefined) throw invalidRequest('client_id is unknown');
	const scope = needed('scope');
	if (readScope(scope) === undefined) throw invalidRequest('scope is invalid');
	const redirectUri = needed('redirect_uri');
	if (redirectUri !== OOB && !/^https?:$/.test(URL.canParse(redirectUri) ? new URL(redirectUri).protocol : '')) {
		throw invalidRequest('redirect_uri is invalid');
	}
	if ((fields.get('response_type') ?? 'code') !== 'code') throw invalidRequest('response_type must be code');
	return { client: client.id, scope, redirectUri, device: fields.get('device_id') };
}

function decide(state: HubriseState, fields: URLSearchParams, decision: string | null, location: string): Response {
	const wish = readWish(state, fields);
	const given = decision === 'allow';
	if (given && !state.locations.some(({ id }) => id === location)) throw invalidRequest('location_id is unknown');
	const code = given ? state.newToken() : undefined;
	if (code !== undefined) {
		const until = state.house.clock.now() + state.settings.codeMinutes * 60_000;
		state.grants.set(code, { ...wish, location, until });
	}
	const result = code === undefined ? { error: 'access_denied' } : { code };
	if (wish.redirectUri === OOB) return shown(code ?? 'access_denied');
	const back = new URL(wish.redirectUri);
	for (const [name, value] of Object.entries(result)) back.searchParams.set(name, value);
	const echo = fields.get('state');
	if (echo !== null) back.searchParams.set('state', echo);
	return new Response(null, { status: 302, headers: { location: back.href } });
}

/** HR21: somebody in a browser comes here, and is sent back with a code. */
function ask({ state, visit }: Call<HubriseState>): Response {
	const fields = visit.url.searchParams;
	assertKnown(fields, ASKED);
	const { consent, consentLocation } = state.settings;
	if (consent !== 'ask') return decide(state, fields, consent, consentLocation);
	return consentPage(clientOf(state, readWish(state, fields).client).name, fields, state.locations);
}

function answer(call: Call<HubriseState>): Response {
	const fields = readForm(call, [...ASKED, ...DECIDED]);
	return decide(call.state, fields, fields.get('decision'), fields.get('location_id') ?? '');
}

const page = (name: string, method: 'GET' | 'POST', work: (call: Call<HubriseState>) => Response): Route<HubriseState> => ({
	name,
	method,
	path: '/oauth2/v1/authorize',
	effect: method === 'GET' ? 'read' : 'write',
	answer: (call) =>
		refusing(() => {
			if (call.visit.url.host === 'api.hubrise.com') throw routingError();
			try {
				return work(call);
			} catch (error) {
				if (error instanceof Refusal) return shown(error.body.message ?? '', error.status);
				throw error;
			}
		}, 'none'),
});

export const authoriseRoutes = [page('oauth.authorise', 'GET', ask), page('oauth.consent', 'POST', answer)];
