import type { SandboxContext } from './context';
import { startHttpServer, type CarrierServer } from './http-server';

/** The one edge where keys are taken at their word: Object.fromEntries forgets them. */
async function mapRecord<Name extends string, From, To>(
	record: Record<Name, From>,
	each: (name: Name) => Promise<To>,
): Promise<Record<Name, To>> {
	const names = Object.keys(record) as Name[];
	const entries: [Name, To][] = [];
	// One after the other, so that fixed ports are handed out in the order of the carriers.
	for (const name of names) entries.push([name, await each(name)]);
	return Object.fromEntries(entries) as Record<Name, To>;
}

/** All carriers at once: on ports of the system's choice, or on `port` and the ones after it. */
export async function listenAll<Name extends string>(
	context: SandboxContext,
	backoffices: Record<Name, unknown>,
	port: number,
): Promise<{ urls: Record<Name, string>; close(): Promise<void> }> {
	const servers: CarrierServer[] = [];
	const close = async (): Promise<void> => {
		await Promise.all(servers.map((server) => server.close()));
	};
	try {
		const urls = await mapRecord(backoffices, async (name) => {
			const carrier = context.carriers.get(name);
			if (carrier === undefined) throw new Error(`No carrier is called ${name}`);
			const server = await startHttpServer(context, carrier, port === 0 ? 0 : port + servers.length);
			servers.push(server);
			return server.url;
		});
		return { urls, close };
	} catch (error) {
		await close();
		throw error;
	}
}
