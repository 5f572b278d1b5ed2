import type { SandboxContext, HostedCarrier } from './context';
import { NetworkFault } from './network-fault';
import { receive } from './receive';

/** Calls a carrier without sockets; a host that is no carrier's cannot be found. */
export async function fetchInProcess(context: SandboxContext, request: Request): Promise<Response> {
	request.signal.throwIfAborted();
	const url = new URL(request.url);
	const carrier = carrierAt(context, url);
	if (carrier === undefined) throw new NetworkFault('ENOTFOUND', 'before', url.host);
	const { entry, response } = await receive(context, carrier, request, {
		transport: 'process',
		wait: context.clock.advanceOrSleep,
	});
	context.journal.close(entry);
	// A caller that gave up while time passed no longer gets the response.
	request.signal.throwIfAborted();
	if (entry.noResponse === undefined) return response;
	if (entry.fault?.kind === 'timeout' && entry.fault.hang === true) await aborted(request.signal);
	throw new NetworkFault(entry.noResponse.code, entry.noResponse.phase, url.host);
}

function carrierAt(context: SandboxContext, url: URL): HostedCarrier | undefined {
	for (const carrier of context.carriers.values()) {
		if (carrier.hosts.includes(url.host) || context.loopbackUrls.get(carrier.name) === url.origin) return carrier;
	}
	return undefined;
}

function aborted(signal: AbortSignal): Promise<never> {
	return new Promise((_, reject) => {
		if (signal.aborted) reject(signal.reason);
		signal.addEventListener('abort', () => reject(signal.reason), { once: true });
	});
}
