import type { Item } from '../../../shared/declare/facts';
import type { InboxState } from '../../../shared/events/inbox';
import { Dice } from '../../lab/seeded-random';
import { scriptedPorts, type ScriptedPorts } from '../../core/scripted-ports';
import type { EventPipeline } from './event-pipelines';
import { HubriseStub, type Notice } from './hubrise-stub';
import { access, carrier, eventNames, pollingTrigger } from './fixtures';

const MINUTE = 60_000;
/** Failures of a carrier or gateway in trouble: the next poll reads the list again. */
const TROUBLE: ReadonlySet<string> = new Set(['unavailable', 'unreadable_answer']);
const START = Date.parse('2026-11-23T09:00:00Z');
const OTHER_URL = 'https://till.example.com/hubrise';
const ids = ['newOrder', 'orderStatusChanged', 'deliveryCreated', 'deliveryUpdated'] as const;

/** One polling trigger, as a host runs it. */
interface Poller {
	id: string;
	everyMinutes: number;
	nextMinute: number;
	state?: InboxState;
	/** Events from before its first poll are old. */
	since?: number;
	emitted: number[];
	/** Changes of a position alone that an emitted item says it stands for. */
	announced: number;
}

/** "3 earlier changes of this delivery without a new status are part of this one." */
const announcedIn = ({ warnings }: Item): number =>
	Array.isArray(warnings)
		? warnings.reduce((sum: number, text) => sum + Number(/^(\d+) earlier change/.exec(String(text))?.[1] ?? 0), 0)
		: 0;

/** Compares what the triggers should emit with what they did emit. Empty where both agree. */
function faultsOf({ id, since = Infinity, emitted, announced }: Poller, notices: readonly Notice[]): string[] {
	const expected = notices.filter(
		({ name, seq, status, before }) =>
			eventNames[id]?.includes(name) === true && seq > since && (id !== 'orderStatusChanged' || status !== before),
	);
	const absent = expected.filter(({ seq }) => !emitted.includes(seq));
	// Of a row of changes that waited, those of a position alone may be left out; the last one says how many.
	const leftOut = absent.filter(({ status, before }) => id === 'deliveryUpdated' && status === before);
	const missed = [
		...absent.filter((each) => !leftOut.includes(each)).map(({ seq }) => `${id} missed ${seq}`),
		...(leftOut.length === announced ? [] : [`${id} left out ${leftOut.length} and announced ${announced}`]),
	];
	const repeated = emitted.filter((seq, at) => emitted.indexOf(seq) !== at).map((seq) => `${id} repeated ${seq}`);
	const unexpected = emitted
		.filter((seq) => !expected.some((each) => each.seq === seq))
		.map((seq) => `${id} emitted ${seq}, which is not one of its events`);
	const last = new Map<string, number>();
	const regressed = emitted.flatMap((seq) => {
		const order = notices[seq - 1]?.order ?? '';
		const before = last.get(order) ?? 0;
		last.set(order, seq);
		return seq < before ? [`${id} went back to ${seq}`] : [];
	});
	return [...missed, ...repeated, ...unexpected, ...regressed];
}

/** A history of two polling triggers that share a connection. Hosts and the carrier fail, and strangers come and go. */
export async function runPollingScenario(seed: number, pipeline: EventPipeline): Promise<string[]> {
	const dice = new Dice(seed);
	let ports: ScriptedPorts;
	const upstream = new HubriseStub(() => ports.now());
	// A restart: the process forgets what it knew.
	const restart = (at: number) => (ports = scriptedPorts((request) => upstream.respond(request), at));
	ports = restart(START);
	const pollers = [10, 14].map(
		(maxInterval): Poller => ({
			id: dice.pick(ids),
			everyMinutes: 2 + dice.below(maxInterval - 1),
			nextMinute: 0,
			emitted: [],
			announced: 0,
		}),
	);
	const faults: string[] = [];

	async function poll(each: Poller, noFaults: boolean): Promise<void> {
		upstream.down = !noFaults && dice.chance(0.06);
		const crash = !noFaults && dice.chance(0.12);
		const { state } = each;
		const polled = await pipeline.poll(
			{ carrier, trigger: pollingTrigger(each.id), access },
			state,
			ports.now() + 20_000,
			ports,
		);
		upstream.down = false;
		if (crash) restart(ports.now());
		else if (polled.ok) {
			each.since ??= upstream.notices.length;
			each.state = JSON.parse(JSON.stringify(polled.value.state));
			each.emitted.push(...polled.value.items.map(({ eventId }) => Number(String(eventId).slice(1))));
			for (const item of polled.value.items) each.announced += announcedIn(item);
		} else if (upstream.callback.url === null && !TROUBLE.has(polled.failure.code))
			faults.push(`${each.id} failed: ${polled.failure.code}`);
	}

	const change = () => {
		const choice = dice.below(10);
		if (choice < 3 || upstream.orders.length === 0) upstream.placeOrder();
		else if (choice < 6) upstream.moveOrder(dice.below(50));
		else upstream.moveDelivery(dice.below(50), choice === 9);
	};

	let minute = 0;
	let hostDownMinutes = 0;
	let otherOwnerMinutes = 0;
	const end = 60 + dice.below(90);
	for (; minute < end; minute += 1) {
		ports.moveTo(Math.max(ports.now(), START + minute * MINUTE));
		if (dice.chance(0.2)) for (let times = dice.chance(0.2) ? 2 : 1; times > 0; times -= 1) change();
		if (otherOwnerMinutes === 0 && minute > 20 && dice.chance(0.01)) {
			otherOwnerMinutes = 5 + dice.below(20);
			upstream.callback = { url: OTHER_URL, events: { customer: ['create'] } };
		} else if (otherOwnerMinutes > 0 && (otherOwnerMinutes -= 1) === 0) {
			if (upstream.callback.url !== OTHER_URL) faults.push('a stranger lost the connection');
			upstream.callback = { url: null, events: {} };
		}
		if (hostDownMinutes === 0 && dice.chance(0.01)) hostDownMinutes = dice.below(200);
		if (hostDownMinutes > 0) {
			hostDownMinutes -= 1;
			if (hostDownMinutes === 0) restart(ports.now());
			continue;
		}
		for (const each of pollers) {
			if (minute < each.nextMinute) continue;
			each.nextMinute = minute + each.everyMinutes;
			await poll(each, false);
		}
	}
	if (otherOwnerMinutes > 0) upstream.callback = { url: null, events: {} };
	for (const extraMinutes of [6, 20]) {
		ports.moveTo(Math.max(ports.now(), START + (end + extraMinutes) * MINUTE));
		for (const each of pollers) await poll(each, true);
	}
	return [...faults, ...pollers.flatMap((each) => faultsOf(each, upstream.notices))];
}
