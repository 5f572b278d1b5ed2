import type { Json, JsonObject } from '../../shared/json';
import { carriers } from '../../shared/registry';

interface Request {
	method: string;
	path: string;
}

const inside = (path: readonly string[], value: Json): Json =>
	path.reduceRight<Json>((inner, key): JsonObject => ({ [key]: inner }), value);

/** The sign-in of each carrier whose clients fetch a token: the end of its path, and a response with a token. */
const signIns = carriers.flatMap(({ connection: { auth } }) => {
	if (auth.kind === 'login') return [{ path: auth.path, body: inside(auth.token, 'sample-token') }];
	if (auth.kind === 'oauth2ClientCredentials')
		return [{ path: new URL(auth.tokenUrl, 'https://carrier').pathname, body: { access_token: 'sample-token' } }];
	return [];
});

const signInOf = ({ method, path }: Request) => signIns.find((each) => method === 'POST' && path.endsWith(each.path));

export const isSignIn = (request: Request): boolean => signInOf(request) !== undefined;

/** The carrier's response to a sign-in. Samples show only the calls after it. */
export function signInResponse(request: Request): { status: number; body: Json } | undefined {
	const signIn = signInOf(request);
	return signIn && { status: 200, body: signIn.body };
}
