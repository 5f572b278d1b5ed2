import type { InboxState } from '../../../shared/events/inbox';
import { Dice } from '../../lab/random';
import { scriptedPorts, type Scripted } from '../../core/ports';
import type { Road } from './roads';
import { Upstream, type Notice } from './upstream';
import { access, carrier, looker, told as toldBy } from './words';

const MINUTE = 60_000;
const START = Date.parse('2026-11-23T09:00:00Z');
const FOREIGN = 'https://till.example.com/hubrise';
const ids = ['newOrder', 'orderStatusChanged', 'deliveryCreated', 'deliveryUpdated'] as const;

/** One trigger that looks, as a host runs it. */
interface Looker {
	id: string;
	every: number;
	next: number;
	state?: InboxState;
	/** Events that came before its first look are old. */
	since?: number;
	told: number[];
}

/** What the triggers should have told, and what they did. Empty where all is well. */
function faultsOf({ id, since = Infinity, told }: Looker, notices: readonly Notice[]): string[] {
	const due = notices.filter(({ name, seq, status, before }) => name === toldBy[id] && seq > since && (id !== 'orderStatusChanged' || status !== before));
	const missed = due.filter(({ seq }) => !told.includes(seq)).map(({ seq }) => `${id} missed ${seq}`);
	const repeated = told.filter((seq, at) => told.indexOf(seq) !== at).map((seq) => `${id} repeated ${seq}`);
	const uncalled = told.filter((seq) => !due.some((each) => each.seq === seq)).map((seq) => `${id} told ${seq}, which is none of its events`);
	const last = new Map<string, number>();
	const back = told.flatMap((seq) => {
		const order = notices[seq - 1]?.order ?? '';
		const before = last.get(order) ?? 0;
		last.set(order, seq);
		return seq < before ? [`${id} went back to ${seq}`] : [];
	});
	return [...missed, ...repeated, ...uncalled, ...back];
}

/** A history of two triggers that share a connection and look for their events: hosts and the carrier fail, and strangers come and go. */
export async function looking(seed: number, road: Road): Promise<string[]> {
	const dice = new Dice(seed);
	let ports: Scripted;
	const upstream = new Upstream(() => ports.now());
	// A restart: the process forgets what it knew.
	const boot = (at: number) => (ports = scriptedPorts((request) => upstream.answer(request), at));
	ports = boot(START);
	const lookers = [10, 14].map((slowest): Looker => ({ id: dice.pick(ids), every: 2 + dice.below(slowest - 1), next: 0, told: [] }));
	const faults: string[] = [];

	async function look(each: Looker, calm: boolean): Promise<void> {
		upstream.down = !calm && dice.chance(0.06);
		const crash = !calm && dice.chance(0.12);
		const { state } = each;
		const seen = await road.look({ carrier, trigger: looker(each.id), access }, state, ports.now() + 20_000, ports);
		upstream.down = false;
		if (crash) boot(ports.now());
		else if (seen.ok) {
			each.since ??= upstream.notices.length;
			each.state = JSON.parse(JSON.stringify(seen.value.state));
			each.told.push(...seen.value.items.map(({ eventId }) => Number(String(eventId).slice(1))));
		} else if (upstream.callback.url === null && !['unavailable'].includes(seen.failure.code)) faults.push(`${each.id} failed: ${seen.failure.code}`);
	}

	const change = () => {
		const what = dice.below(10);
		if (what < 3 || upstream.orders.length === 0) upstream.place();
		else if (what < 6) upstream.moveOrder(dice.below(50));
		else upstream.moveDelivery(dice.below(50), what === 9);
	};

	let minute = 0;
	let away = 0;
	let stranger = 0;
	const end = 60 + dice.below(90);
	for (; minute < end; minute += 1) {
		ports.moveTo(Math.max(ports.now(), START + minute * MINUTE));
		if (dice.chance(0.2)) for (let times = dice.chance(0.2) ? 2 : 1; times > 0; times -= 1) change();
		if (stranger === 0 && minute > 20 && dice.chance(0.01)) {
			stranger = 5 + dice.below(20);
			upstream.callback = { url: FOREIGN, events: { customer: ['create'] } };
		} else if (stranger > 0 && (stranger -= 1) === 0) {
			if (upstream.callback.url !== FOREIGN) faults.push('a stranger lost the connection');
			upstream.callback = { url: null, events: {} };
		}
		if (away === 0 && dice.chance(0.01)) away = dice.below(200);
		if (away > 0) {
			away -= 1;
			if (away === 0) boot(ports.now());
			continue;
		}
		for (const each of lookers) {
			if (minute < each.next) continue;
			each.next = minute + each.every;
			await look(each, false);
		}
	}
	if (stranger > 0) upstream.callback = { url: null, events: {} };
	for (const more of [6, 20]) {
		ports.moveTo(Math.max(ports.now(), START + (end + more) * MINUTE));
		for (const each of lookers) await look(each, true);
	}
	return [...faults, ...lookers.flatMap((each) => faultsOf(each, upstream.notices))];
}
