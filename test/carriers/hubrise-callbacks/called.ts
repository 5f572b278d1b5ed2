import { createHmac } from 'node:crypto';

import { emptyGate, type GateState } from '../../../shared/events/gate';
import { receive } from '../../../shared/events/receive';
import { unsubscribe } from '../../../shared/events/subscribe';
import { subscription } from '../../../shared/carriers/hubrise/inbox';
import { scriptedPorts } from '../../core/ports';
import { Dice } from '../../lab/random';
import type { Road } from './roads';
import { Upstream, type Notice } from './upstream';
import { access, carrier, deliverySteps, hook, orderSteps, SECRET, told as toldBy } from './words';

const SECOND = 1_000;
const MINUTE = 60_000;
const START = Date.parse('2026-11-23T09:00:00Z');
const PAUSES = [1, 2, 4, 8, 16, 32];
const OTHER = 'https://other.example.com/webhook/b';

interface Call {
	notice: Notice;
	at: number;
	tries: number;
}

const sign = (body: string, secret = SECRET) => createHmac('sha256', secret).update(body).digest('hex');
const stepOf = ({ name, status }: Notice) => (name.startsWith('order') ? orderSteps : deliverySteps).indexOf(status);

function faultsOf(told: readonly number[], due: readonly Notice[], notices: readonly Notice[]): string[] {
	const missed = due.filter(({ seq, name, order }) => {
		const later = notices.some((each) => each.seq > seq && each.name === name && each.order === order && told.includes(each.seq));
		return !told.includes(seq) && !(name.endsWith('update') && later);
	});
	const repeated = told.filter((seq, at) => told.indexOf(seq) !== at);
	const last = new Map<string, Notice>();
	const back = told.filter((seq) => {
		const now = notices[seq - 1];
		if (!now || now.name.endsWith('create')) return false;
		const key = `${now.name}:${now.order}`;
		const before = last.get(key);
		last.set(key, now);
		return before !== undefined && (now.at < before.at || stepOf(now) < stepOf(before));
	});
	return [...missed.map(({ seq }) => `missed ${seq}`), ...repeated.map((seq) => `repeated ${seq}`), ...back.map((seq) => `went back to ${seq}`)];
}

/** A history of one trigger that HubRise calls, while another would like to have the same connection. */
export async function called(seed: number, road: Road): Promise<string[]> {
	const dice = new Dice(seed);
	const faults: string[] = [];
	const ports = scriptedPorts((request) => upstream.answer(request), START);
	const upstream: Upstream = new Upstream(() => ports.now());
	const work = { carrier, subscription, access };
	const events = hook().events.filter(() => dice.chance(0.7)).map(({ value }) => value);
	const needs = [...new Set(hook().events.filter(({ value }) => events.length === 0 || events.includes(value)).flatMap((each) => each.needs ?? []))];
	let url = 'https://n8n.example.com/webhook/a';
	const switchOn = async (mine: string, formerly: string[]) => await road.subscribe(work, { callback: { url: mine, events: needs }, formerly }, ports);
	const on = await switchOn(url, []);
	if (!on.ok) return [`did not switch on: ${on.failure.message}`];

	let gate: GateState = emptyGate();
	const told: number[] = [];
	const trigger = { ...hook(), read: road.read };

	/** One call as it reaches the host; undefined where the host dies before it has answered. */
	async function arrive(body: string, signature: string | undefined, crash: boolean): Promise<number | undefined> {
		let after = gate;
		const isFresh: Parameters<typeof receive>[0]['isFresh'] = (event) => {
			const passed = road.pass(event, gate, ports.now());
			after = passed ?? gate;
			return passed !== undefined;
		};
		const { status, item } = await receive({ carrier, trigger, access, wanted: events, isFresh }, { headers: { 'x-hubrise-hmac-sha256': signature }, body, query: {} }, ports);
		if (crash) return undefined;
		gate = JSON.parse(JSON.stringify(after));
		if (item) told.push(Number(String(item.eventId).slice(1)));
		return status;
	}

	async function forge(): Promise<void> {
		const genuine = JSON.stringify(upstream.notices.at(-1)?.body ?? { id: 'e0', resource_type: 'order', event_type: 'create', order_id: 'o1' });
		const body = genuine.replace(/"id":"e\d+"/, '"id":"e9999"');
		const signature = dice.pick([undefined, '', sign(genuine), sign(body, 'guess'), sign(body).toUpperCase(), `${sign(body)}0`]);
		const before = told.length;
		const status = await arrive(body, signature, false);
		if (status !== 401 || told.length !== before) faults.push('believed a forged event');
	}

	let calls: Call[] = [];
	const givenUp = new Set<number>();
	let known = 0;
	/** The host cannot be reached before that moment; beyond an hour HubRise gives events up. */
	let awayUntil = 0;
	const collect = () => {
		for (const notice of upstream.notices.slice(known)) {
			calls.push({ notice, at: ports.now() + (dice.chance(0.2) ? dice.below(300) * SECOND : 0), tries: 0 });
			if (dice.chance(0.1)) calls.push({ notice, at: ports.now() + dice.below(600) * SECOND, tries: PAUSES.length });
		}
		known = upstream.notices.length;
	};

	/** What is due until then, in time; `calm`: nothing fails any more. */
	async function run(until: number, calm: boolean): Promise<void> {
		for (;;) {
			const call = calls.filter(({ at }) => at <= until).sort((a, b) => a.at - b.at)[0];
			if (!call) break;
			calls = calls.filter((each) => each !== call);
			ports.moveTo(Math.max(ports.now(), call.at));
			const { notice, tries } = call;
			const { new_state, previous_state, ...bare } = notice.body;
			const short = dice.chance(0.15) && notice.pending;
			const body = JSON.stringify(short ? bare : notice.body);
			upstream.down = !calm && dice.chance(0.1);
			const status = !calm && (ports.now() < awayUntil || dice.chance(0.15)) ? undefined : await arrive(body, sign(body), !calm && dice.chance(0.1));
			upstream.down = false;
			const heard = status !== undefined && status < 500;
			if (heard) notice.pending = false;
			else if (tries < PAUSES.length) calls.push({ notice, at: ports.now() + (PAUSES[tries] ?? 0) * MINUTE, tries: tries + 1 });
			else if (notice.pending && !calls.some((each) => each.notice === notice)) {
				notice.pending = false;
				givenUp.add(notice.seq);
			}
		}
		ports.moveTo(Math.max(ports.now(), until));
	}

	for (let step = 6 + dice.below(14); step > 0; step -= 1) {
		const what = dice.below(14);
		if (what < 3 || upstream.orders.length === 0) upstream.place();
		else if (what < 6) upstream.moveOrder(dice.below(3));
		else if (what < 10) upstream.moveDelivery(dice.below(3), what === 9);
		else if (what === 10) await forge();
		else if (what === 11) {
			const other = await switchOn(OTHER, []);
			if (other.ok || other.failure.message.includes('/webhook')) faults.push('a second trigger got the connection, or the whole address');
			if ((await unsubscribe(work, { callback: { url: OTHER, events: needs } }, ports)).ok && upstream.callback.url !== url) faults.push('the trigger lost the connection');
		} else if (what === 12) {
			const before = url;
			url = `https://n8n${step}.example.com/webhook/a`;
			const healed = await switchOn(url, [before]);
			if (!healed.ok || upstream.callback.url !== url) faults.push('a changed address of its own was not healed');
		}
		if (dice.chance(0.04)) awayUntil = ports.now() + dice.below(120) * MINUTE;
		collect();
		if (dice.chance(0.7)) await run(ports.now() + dice.below(200) * SECOND, false);
	}
	await run(ports.now() + 200 * MINUTE, true);
	if (upstream.callback.url !== url) faults.push('the trigger lost the connection');
	await unsubscribe(work, { callback: { url, events: needs } }, ports);
	if (upstream.callback.url !== null || Object.keys(upstream.callback.events).length > 0) faults.push('the callback was left behind');

	const names = events.length === 0 ? Object.values(toldBy) : events.map((event) => toldBy[event]);
	const due = upstream.notices.filter(({ seq, name, status, before }) => names.includes(name) && !givenUp.has(seq) && (name !== 'order.update' || status !== before));
	return [...faults, ...faultsOf(told, due, upstream.notices)];
}
