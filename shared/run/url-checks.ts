import type { ConnectionInfo } from '../declare/connection';
import { failed, success, type Result } from '../declare/failure';

const loopback = new Set(['127.0.0.1', '[::1]', 'localhost']);

function parse(url: string): URL | undefined {
	try {
		return new URL(url);
	} catch {
		return undefined;
	}
}

export const isLoopback = ({ hostname }: URL): boolean => loopback.has(hostname);

/** https, or plain http on this machine, where the sandbox runs. */
export function isSafeScheme(url: URL): boolean {
	return url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url));
}

type OwnPlaces = Pick<ConnectionInfo, 'base' | 'hosts'>;

/** Where this connection's credentials may be sent. */
interface Allowed {
	/** Hosts, port included. */
	hosts: ReadonlySet<string>;
	/** How a safe address at the base begins, up to the slash after its host. */
	origin: string | undefined;
}

/** Every request is checked twice, and reading an address takes time. */
const known = new WeakMap<OwnPlaces, Allowed>();

function allowedFor(access: OwnPlaces): Allowed {
	const found = known.get(access);
	if (found) return found;
	const base = parse(access.base);
	const allowed = {
		hosts: new Set([...access.hosts, ...(base ? [base.host] : [])]),
		origin: base && isSafeScheme(base) ? `${base.protocol}//${base.host}/` : undefined,
	};
	known.set(access, allowed);
	return allowed;
}

/** May this connection's credentials be sent to this address? */
export function mayCarryCredentials(url: string, access: OwnPlaces): boolean {
	const { hosts, origin } = allowedFor(access);
	if (origin !== undefined && url.startsWith(origin)) return true;
	const target = parse(url);
	return target !== undefined && target.username === '' && isSafeScheme(target) && hosts.has(target.host);
}

/**
 * Reads an address that the carrier returned: its path, once the host is known to be the carrier's.
 * http is raised to https by leaving the scheme behind: the path is joined to the connection's base again.
 */
export function carrierPath(url: string, access: OwnPlaces): Result<string> {
	const target = parse(url);
	if (!target) return failed('foreign_address', 'That is not a web address');
	if (target.username !== '' || !allowedFor(access).hosts.has(target.host)) {
		return failed('foreign_address', `The address leads to ${target.host}, which is not the carrier's`);
	}
	return success(`${target.pathname}${target.search}`);
}
