import { perform } from '../../shared/run/perform';
import { benches, sampleAccess } from '../carriers';
import { startCarrier } from '../carrier-process';
import { percentile, us } from '../measure';
import { memoryPorts } from '../ports';
import { rawClient } from '../raw-client';
import type { Measure } from '../row';

const NOW = Date.parse('2030-05-20T09:00:00Z');
const unpaced = { requests: 1e9, perMs: 1 };

/** The core's own work on one booking, without a network: coercion, checks, limiter, look-ups, reading. */
export const measure: Measure = async ({ quick }) => {
	const runs = quick ? 1_000 : 4_000;
	const found = benches().find(({ bench }) => bench.booking);
	if (!found?.bench.booking) return [];
	const { carrier } = found;
	const { action, input, createCarrier } = found.bench.booking;
	const respond = createCarrier();
	let requests = 0;
	const ports = memoryPorts(({ method, url, body }) => {
		requests += 1;
		const { pathname: path, searchParams: query } = new URL(url);
		const answer = respond({ method, path, query, body: typeof body === 'string' ? body : '' });
		return { status: answer.status, headers: {}, text: JSON.stringify(answer.body) };
	}, NOW);
	const access = sampleAccess(carrier);
	const job = { carrier: { ...carrier, limit: unpaced }, action, access };
	const own: number[] = [];
	for (let nth = 0; nth < runs * 2; nth += 1) {
		const startedAt = performance.now();
		const result = await perform({ ...job, values: input(nth) }, ports);
		if (!result.ok) throw new Error(result.failure.message);
		if (nth >= runs) own.push(performance.now() - startedAt);
	}
	const server = await startCarrier(carrier.id, 0);
	const send = rawClient(server.address);
	const raw: number[] = [];
	for (let nth = 0; nth < runs; nth += 1) {
		const startedAt = performance.now();
		await send('GET', `/deliveries?client_order_reference=WC-${nth}`);
		await send('POST', '/deliveries', JSON.stringify({ client_order_reference: `WC-${nth}` }));
		await send('GET', `/deliveries?client_order_reference=WC-${nth}`);
		if (nth >= runs / 2) raw.push(performance.now() - startedAt);
	}
	server.close();
	const [p50, p99] = [percentile(own, 0.5), percentile(own, 0.99)];
	return [
		{
			what: `Core: own work of one booking (${requests / (runs * 2)} exchanges, no network)`,
			baseline: 'three exchanges of a raw client on loopback',
			ratio: p50 / percentile(raw, 0.5),
			goal: 'p50 100 µs, p99 400 µs',
			figures: `p50 ${us(p50)}, p99 ${us(p99)}; raw p50 ${us(percentile(raw, 0.5))}`,
		},
	];
};
