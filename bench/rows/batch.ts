import { startCarrier } from '../carrier-process';
import type { Carrier } from '../../shared/declare/carrier';
import { benches, type CarrierBench } from '../carriers';
import { createEngine } from '../engine';
import { wallOf } from '../measure';
import { rawClient } from '../raw-client';
import type { Measure, Row } from '../row';

const DELAY_MS = 50;
const RAW_POSTS = 60;

async function batchRow(
	carrier: Carrier,
	{ action, input, referenceKey, batch }: NonNullable<CarrierBench['booking']>,
	quick: boolean,
): Promise<Row> {
	const count = quick ? Math.min(200, batch.count) : batch.count;
	const server = await startCarrier(carrier.id, DELAY_MS);
	const send = rawClient(server.address);
	const raw = await wallOf(async () => {
		for (let nth = 0; nth < RAW_POSTS; nth += 1)
			await send('POST', '/bookings', JSON.stringify({ ...input(nth), [referenceKey]: `RAW-${nth}` }));
	});
	await server.counts();
	const engine = createEngine(carrier, server.address);
	const orders = Array.from({ length: count }, (_, at) => ({ number: `WC-${at}` }));
	const step = engine.waybill(carrier, action, { ...input(0), [referenceKey]: '={{ $json.number }}' });
	const wall = await wallOf(async () => await engine.run(orders, [step]));
	const counts = Object.entries(await server.counts());
	server.close();
	const sum = (entries: [string, number][]) => entries.reduce((all, [, each]) => all + each, 0);
	const reads = sum(counts.filter(([name]) => name.startsWith('GET')));
	return {
		what: `n8n: a batch of ${count.toLocaleString('en')} bookings at ${carrier.title}, default settings, the carrier answers in ${DELAY_MS} ms`,
		baseline: 'the same POSTs one by one, by a raw client',
		ratio: (raw / RAW_POSTS) * (count / wall),
		goal: batch.goal,
		figures: `${(wall / 1_000).toFixed(1)} s, ${(sum(counts) / count).toFixed(2)} requests a booking, ${reads} of them reads, ${((count * 60_000) / wall).toFixed(0)} bookings a minute; ${((raw / RAW_POSTS) * (count / 1_000)).toFixed(1)} s`,
	};
}

/** A morning's orders in one n8n batch with default settings, beside the same POSTs one by one. */
export const measure: Measure = async ({ quick }) => {
	const rows: Row[] = [];
	for (const { carrier, bench } of benches())
		if (bench.booking) rows.push(await batchRow(carrier, bench.booking, quick));
	return rows;
};
