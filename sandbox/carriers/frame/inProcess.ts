import type { House, Resident } from './house';
import { NetworkFault } from './networkFault';
import { receive } from './receive';

/** Calls a carrier without sockets; a host that is no carrier's cannot be found. */
export async function fetchInProcess(house: House, request: Request): Promise<Response> {
	request.signal.throwIfAborted();
	const url = new URL(request.url);
	const resident = residentAt(house, url);
	if (resident === undefined) throw new NetworkFault('ENOTFOUND', 'before', url.host);
	const { entry, response } = await receive(house, resident, request, {
		transport: 'process',
		wait: house.clock.pass,
	});
	house.journal.close(entry);
	// Whoever gave up while time passed does not get the answer any more.
	request.signal.throwIfAborted();
	if (entry.lost === undefined) return response;
	if (entry.fault?.kind === 'timeout' && entry.fault.hang === true) await aborted(request.signal);
	throw new NetworkFault(entry.lost.code, entry.lost.phase, url.host);
}

function residentAt(house: House, url: URL): Resident | undefined {
	for (const resident of house.residents.values()) {
		if (resident.hosts.includes(url.host) || house.loopback.get(resident.name) === url.origin) return resident;
	}
	return undefined;
}

function aborted(signal: AbortSignal): Promise<never> {
	return new Promise((_, reject) => {
		if (signal.aborted) reject(signal.reason);
		signal.addEventListener('abort', () => reject(signal.reason), { once: true });
	});
}
