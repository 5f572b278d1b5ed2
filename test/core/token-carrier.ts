import { z } from 'zod/v4';

import { cyke } from '../../shared/carriers/cyke/carrier';
import type { Auth } from '../../shared/declare/auth';
import { defineCarrier, type Carrier } from '../../shared/declare/carrier';
import { connection, type Access } from '../../shared/declare/connection';
import { text, url } from '../../shared/declare/field';
import type { JsonObject } from '../../shared/json';
import { connect } from '../../shared/run/connect';

export const BASE = 'https://api.tokens.example/v1';

type TokenAuth = Auth<'client_id' | 'client_secret'>;

const fields = z.object({
	client_id: text({ label: 'Client ID' }),
	client_secret: text({ label: 'Client Secret', secret: true }),
	base_url: url({ label: 'Base URL' }).default(BASE),
});

const bearer = { in: 'header', name: 'authorization', scheme: 'Bearer' } as const;

export const clientCredentials = {
	kind: 'oauth2ClientCredentials',
	clientId: 'client_id',
	clientSecret: 'client_secret',
	clientIn: 'header',
	tokenUrl: '/oauth/token',
	scope: 'deliveries',
	place: bearer,
	lifetimeMs: 3_600_000,
} satisfies TokenAuth;

export const login = {
	kind: 'login',
	path: '/sessions',
	body: { user: 'client_id', password: 'client_secret' },
	token: ['session', 'token'],
	place: { in: 'query', name: 'session' },
	lifetimeMs: 600_000,
} satisfies TokenAuth;

const client = { client_id: 'client-one', client_secret: 'secret-of-one' };

/** A carrier of the registry, changed so that it gives tokens to its clients. */
export const withTokens = (auth: TokenAuth, like: Carrier = cyke): Carrier =>
	defineCarrier({
		...like,
		sampleConnections: Object.fromEntries(Object.keys(like.sampleConnections).map((name) => [name, client])),
		connection: connection({
			fields,
			docs: 'https://tokens.example/docs',
			credentialsLocation: 'your account',
			auth,
			identity: ({ client_id }) => ({ kind: 'account', name: client_id }),
			webhookSecret: ({ client_secret }) => client_secret,
			destination: ({ base_url }) => ({
				base: base_url,
				hosts: [],
				encoding: 'json',
				zone: 'Europe/Paris',
				version: 'v2',
			}),
			test: () => ({ method: 'GET', path: '/me' }),
		}),
	});

export function clientOf(carrier: Carrier, values: JsonObject = {}): Access {
	const access = connect(carrier, { ...client, ...values });
	if (!access.ok) throw new Error(access.failure.message);
	return access.value;
}
