import type { Access } from '../declare/connection';
import { failed, success, type Result } from '../declare/failure';

const loopback = new Set(['127.0.0.1', '[::1]', 'localhost']);

function parse(url: string): URL | undefined {
	try {
		return new URL(url);
	} catch {
		return undefined;
	}
}

/** https, or plain http on this very machine, where the sandbox lives. */
export function isSafeScheme(url: URL): boolean {
	return url.protocol === 'https:' || (url.protocol === 'http:' && loopback.has(url.hostname));
}

/** Hosts that this connection's credentials may be sent to, port included. */
function ownHosts(access: Access): Set<string> {
	const base = parse(access.base);
	return new Set([...access.hosts, ...(base ? [base.host] : [])]);
}

/** May the credentials of this connection go to this address? */
export function mayCarryCredentials(url: string, access: Access): boolean {
	const target = parse(url);
	return target !== undefined && target.username === '' && isSafeScheme(target) && ownHosts(access).has(target.host);
}

/**
 * Reads an address that the carrier returned: its path, once the host is known to be the carrier's.
 * http is raised to https by leaving the scheme behind: the path is joined to the connection's base again.
 */
export function ownPath(url: string, access: Access): Result<string> {
	const target = parse(url);
	if (!target) return failed('foreign_address', 'That is not a web address');
	if (target.username !== '' || !ownHosts(access).has(target.host)) {
		return failed('foreign_address', `The address leads to ${target.host}, which is not the carrier's`);
	}
	return success(`${target.pathname}${target.search}`);
}
