import type { Exchange } from '../../framework/context';

export const API_HOSTS = ['api.cubyn.com', 'apisandbox.cubyn.com'] as const;
/** Where signed links lead to. */
export const VAULT_HOST = 's3-eu-west-1.amazonaws.com';
export const TRACKING_HOST = 'track.cubyn.com';
export const APP_HOST = 'app.cubyn.com';

/** Over loopback there is one port for all of them. */
export function isAt({ url }: Exchange, ...hosts: readonly string[]): boolean {
	return isLoopback(url) || hosts.includes(url.host);
}

export function isLoopback({ hostname }: URL): boolean {
	return hostname === '127.0.0.1' || hostname === 'localhost';
}
