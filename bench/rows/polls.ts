import { poll } from '../../shared/events/poll';
import { packSeen } from '../../shared/events/stored-seen';
import { benches, sampleAccess, type CarrierBench } from '../carriers';
import { cpuOf, medianOf, ms } from '../measure';
import { memoryPorts } from '../ports';
import type { Carrier } from '../../shared/declare/carrier';
import type { Measure, Row } from '../row';

const DEADLINE_MS = 60_000;

async function pollRow(
	carrier: Carrier,
	{ trigger, now, goal, answers }: NonNullable<CarrierBench['poll']>,
	count: number,
): Promise<Row> {
	const texts: string[] = [];
	const respond = answers(count);
	const ports = memoryPorts((request) => {
		const response = respond(request);
		texts.push(response.text);
		return response;
	}, now);
	const context = { carrier, trigger, access: sampleAccess(carrier) };
	const first = await poll(context, undefined, now + DEADLINE_MS, ports);
	if (!first.ok) throw new Error(first.failure.message);
	// A list with the newest first is read back to the oldest row that is still open: here to its end.
	const whole = await poll(context, { ...first.value.state, from: 0 }, ports.now() + DEADLINE_MS, ports);
	if (!whole.ok) throw new Error(whole.failure.message);
	const { state } = whole.value;
	texts.length = 0;
	const onePoll = async () => {
		const result = await poll(context, state, ports.now() + DEADLINE_MS, ports);
		if (!result.ok || result.value.items.length > 0) throw new Error('A poll of an unchanged list emits nothing');
	};
	await onePoll();
	const listed = [...texts];
	const stored = JSON.stringify({ ...state, seen: packSeen(state.seen) });
	const runs = count > 50_000 ? 9 : 21;
	const parse = await medianOf(runs, cpuOf, () => listed.forEach((text) => JSON.parse(text) as unknown));
	const cpu = await medianOf(runs, cpuOf, onePoll);
	return {
		what: `${carrier.title}: one poll of ${count.toLocaleString('en')} rows, nothing changed`,
		baseline: 'JSON.parse of the list',
		ratio: cpu / parse,
		goal,
		figures: `${ms(cpu)} of CPU; ${ms(parse)}; state ${(stored.length / 1_024).toFixed(1)} KB`,
	};
}

/** One poll of a long list in which nothing has changed: what every trigger does all day. */
export const measure: Measure = async ({ quick }) => {
	const rows: Row[] = [];
	for (const { carrier, bench } of benches()) if (bench.poll) rows.push(await pollRow(carrier, bench.poll, 10_000));
	const [first] = benches().filter(({ bench }) => bench.poll?.trigger.reads === 'whole');
	if (first?.bench.poll && !quick) rows.push(await pollRow(first.carrier, first.bench.poll, 100_000));
	return rows;
};
