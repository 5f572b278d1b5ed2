import type { House } from './house';
import { serveOverSockets, type Served } from './overSockets';
import { mapRecord } from './record';

/** All carriers at once: on ports of the system's choice, or on `port` and the ones after it. */
export async function listenAll<Name extends string>(
	house: House,
	desks: Record<Name, unknown>,
	port: number,
): Promise<{ urls: Record<Name, string>; close(): Promise<void> }> {
	const served: Served[] = [];
	const close = async (): Promise<void> => {
		await Promise.all(served.map((one) => one.close()));
	};
	try {
		const urls = await mapRecord(desks, async (name) => {
			const resident = house.residents.get(name);
			if (resident === undefined) throw new Error(`No carrier is called ${name}`);
			const one = await serveOverSockets(house, resident, port === 0 ? 0 : port + served.length);
			served.push(one);
			return one.url;
		});
		return { urls, close };
	} catch (error) {
		await close();
		throw error;
	}
}
