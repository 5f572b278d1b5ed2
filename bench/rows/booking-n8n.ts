import type { INode } from 'n8n-workflow';

import type { BareRequest } from '../bare-node';
import { startCarrier } from '../carrier-process';
import { benches } from '../carriers';
import { createEngine } from '../engine';
import { cpuOf, median, ms, takeTurns } from '../measure';
import type { Measure } from '../row';

const ITEMS = 200;
const WARM_UPS = 6;
/** Where the pace of a connection ends. */
const MOST_PER_SECOND = 500;
const REFERENCE = '={{ $json.number }}';

/** Of a look-up, a booking and a check those that the carrier's booking has. */
const chosen = <R>([look, ...others]: readonly [R, R, R], perBooking: number): R[] =>
	(perBooking >= 3 ? [look, ...others] : others).slice(0, Math.max(1, perBooking));

/** CPU time of a booking in n8n's engine, beside n8n's own HTTP Request node with the same requests. */
export const measure: Measure = async ({ quick }) => {
	const found = benches().find(({ bench }) => bench.booking);
	if (!found?.bench.booking) return [];
	const { carrier } = found;
	const { action, input } = found.bench.booking;
	const server = await startCarrier(carrier.id, 0);
	let perBooking = 3;
	const base = `${server.address}/api/v2/deliveries`;
	const engine = createEngine(carrier, server.address, (reference) => {
		const look: BareRequest = { method: 'GET', url: `${base}?client_order_reference=${reference}` };
		const body = JSON.stringify({ ...input(0), client_order_reference: reference });
		return chosen([look, { method: 'POST', url: base, body }, look], perBooking);
	});
	let serial = 0;
	const orders = () =>
		Array.from({ length: ITEMS }, (_, at) => ({
			number: `${server.address.slice(-5)}-${(serial += 1)}`,
			name: `Customer ${at}`,
		}));
	const step = engine.waybill(carrier, action, { ...input(0), client_order_reference: REFERENCE }, { itemsAtOnce: 20 });
	const contender = (nodes: readonly INode[]) => {
		const values: number[] = [];
		const seconds: number[] = [];
		const work = async () => {
			const startedAt = performance.now();
			await engine.run(orders(), nodes);
			seconds.push((performance.now() - startedAt) / 1_000);
		};
		return { work, values, seconds };
	};
	// A process that has just begun compiles what it runs, and paces itself: n8n runs for weeks. All sides warm up alike.
	await takeTurns(WARM_UPS, cpuOf, [contender([step])]);
	const counts = await server.counts();
	perBooking = Object.values(counts).reduce((sum, count) => sum + count, 0) / (ITEMS * WARM_UPS);

	const list = { method: 'GET', url: `=${base}?client_order_reference={{ $('Items').item.json.number }}` };
	const post = {
		method: 'POST',
		url: base,
		body: `={{ JSON.stringify(${JSON.stringify({ ...input(0), client_order_reference: 'REF' }).replace('"REF"', "$('Items').item.json.number")}) }}`,
	};
	const requests = chosen([list, post, list], perBooking);
	const httpNodes = engine.http(requests);
	const pacedNodes = engine.http(requests, 1_000 / MOST_PER_SECOND);
	const bareNodes = [engine.bare(REFERENCE, MOST_PER_SECOND)];
	await takeTurns(WARM_UPS, cpuOf, [contender(httpNodes), contender(pacedNodes), contender(bareNodes)]);
	const [waybill, http, httpPaced, bare] = [
		contender([step]),
		contender(httpNodes),
		contender(pacedNodes),
		contender(bareNodes),
	];
	await takeTurns(quick ? 3 : 9, cpuOf, [waybill, http, httpPaced, bare]);
	server.close();
	type Measured = ReturnType<typeof contender>;
	const figure = ({ values, seconds }: Measured) =>
		`${ms(median(values) / ITEMS)} at ${Math.round((ITEMS * perBooking) / median(seconds))} requests a second`;
	const compared = (ours: Measured, baseline: Measured) => ({
		ratio: median(ours.values) / median(baseline.values),
		figures: `${figure(ours)}; ${figure(baseline)}`,
	});
	return [
		{
			what: `n8n: CPU of one booking (${perBooking} requests)`,
			baseline: "n8n's HTTP Request node, the same requests",
			goal: 'at most 1.2 x',
			...compared(waybill, http),
		},
		{
			what: `n8n: CPU of one booking (${perBooking} requests)`,
			baseline: `the same, at the same pace: Batching with 1 item every ${1_000 / MOST_PER_SECOND} ms`,
			...compared(waybill, httpPaced),
		},
		{
			what: `n8n: the same requests at ${MOST_PER_SECOND} a second, with nothing around them`,
			baseline: "n8n's HTTP Request node, the same requests",
			...compared(bare, http),
		},
	];
};
