import { createHmac } from 'node:crypto';

import { emptyDeduplicator, type DeduplicatorState } from '../../../shared/events/deduplicator';
import { receive } from '../../../shared/events/receive';
import { unsubscribe } from '../../../shared/events/subscribe';
import { subscription } from '../../../shared/carriers/hubrise/inbox';
import { scriptedPorts } from '../../core/scripted-ports';
import { Dice } from '../../lab/seeded-random';
import type { EventPipeline } from './event-pipelines';
import { HubriseStub, type Notice } from './hubrise-stub';
import { access, carrier, deliverySteps, webhookTrigger, orderSteps, SECRET, eventNames } from './fixtures';

const SECOND = 1_000;
const MINUTE = 60_000;
const START = Date.parse('2026-11-23T09:00:00Z');
const RETRY_MINUTES = [1, 2, 4, 8, 16, 32];
const OTHER_URL = 'https://other.example.com/webhook/b';

interface Call {
	notice: Notice;
	at: number;
	tries: number;
}

const sign = (body: string, secret = SECRET) => createHmac('sha256', secret).update(body).digest('hex');
const stepOf = ({ name, status }: Notice) => (name.startsWith('order') ? orderSteps : deliverySteps).indexOf(status);

/** `steps`: the names of events that report a subject's step. One that arrives after a later step is rightly dropped. */
function faultsOf(
	emitted: readonly number[],
	expected: readonly Notice[],
	notices: readonly Notice[],
	steps: readonly string[],
): string[] {
	const missed = expected.filter(({ seq, name, order }) => {
		const [resource = ''] = name.split('.');
		const isLate = notices.some(
			(each) =>
				each.seq > seq &&
				each.order === order &&
				each.name.startsWith(resource) &&
				steps.includes(each.name) &&
				emitted.includes(each.seq),
		);
		return !emitted.includes(seq) && !(steps.includes(name) && isLate);
	});
	const repeated = emitted.filter((seq, at) => emitted.indexOf(seq) !== at);
	const last = new Map<string, Notice>();
	const regressed = emitted.filter((seq) => {
		const now = notices[seq - 1];
		if (!now || !steps.includes(now.name)) return false;
		const key = `${now.name.split('.')[0]}:${now.order}`;
		const before = last.get(key);
		last.set(key, now);
		return before !== undefined && (now.at < before.at || stepOf(now) < stepOf(before));
	});
	return [
		...missed.map(({ seq }) => `missed ${seq}`),
		...repeated.map((seq) => `repeated ${seq}`),
		...regressed.map((seq) => `went back to ${seq}`),
	];
}

/** A history of one trigger that HubRise calls, while another tries to take over the same connection. */
export async function runWebhookScenario(seed: number, pipeline: EventPipeline): Promise<string[]> {
	const dice = new Dice(seed);
	const faults: string[] = [];
	const ports = scriptedPorts((request) => upstream.respond(request), START);
	const upstream: HubriseStub = new HubriseStub(() => ports.now());
	const work = { carrier, subscription, access };
	const events = webhookTrigger()
		.events.filter(() => dice.chance(0.7))
		.map(({ value }) => value);
	const needs = [
		...new Set(
			webhookTrigger()
				.events.filter(({ value }) => events.length === 0 || events.includes(value))
				.flatMap((each) => each.carrierEvents ?? []),
		),
	];
	let url = 'https://n8n.example.com/webhook/a';
	const activate = async (ownUrl: string, previousUrls: string[]) =>
		await pipeline.subscribe(work, { callback: { url: ownUrl, events: needs }, previousUrls }, ports);
	const activated = await activate(url, []);
	if (!activated.ok) return [`did not switch on: ${activated.failure.message}`];

	let dedupeState: DeduplicatorState = emptyDeduplicator();
	const emitted: number[] = [];
	const trigger = { ...webhookTrigger(), read: pipeline.read };

	/** One call as it reaches the host; undefined where the host dies before it has answered. */
	async function deliver(body: string, signature: string | undefined, crash: boolean): Promise<number | undefined> {
		let pendingState = dedupeState;
		const isFresh: Parameters<typeof receive>[0]['isFresh'] = (event) => {
			const nextState = pipeline.deduplicate(event, dedupeState, ports.now());
			pendingState = nextState ?? dedupeState;
			return nextState !== undefined;
		};
		const { status, item } = await receive(
			{ carrier, trigger, access, eventTypes: events, isFresh },
			{ headers: { 'x-hubrise-hmac-sha256': signature }, body, query: {} },
			ports,
		);
		if (crash) return undefined;
		dedupeState = JSON.parse(JSON.stringify(pendingState));
		if (item) emitted.push(Number(String(item.eventId).slice(1)));
		return status;
	}

	async function forge(): Promise<void> {
		const genuine = JSON.stringify(
			upstream.notices.at(-1)?.body ?? { id: 'e0', resource_type: 'order', event_type: 'create', order_id: 'o1' },
		);
		const body = genuine.replace(/"id":"e\d+"/, '"id":"e9999"');
		const signature = dice.pick([
			undefined,
			'',
			sign(genuine),
			sign(body, 'guess'),
			sign(body).toUpperCase(),
			`${sign(body)}0`,
		]);
		const before = emitted.length;
		const status = await deliver(body, signature, false);
		// HubRise forgets an event at any answer below 500: a wrong secret here must not lose a genuine one.
		if (status !== 503 || emitted.length !== before) faults.push('believed a forged event');
	}

	let calls: Call[] = [];
	const abandoned = new Set<number>();
	let enqueuedCount = 0;
	/** The host cannot be reached before that moment; beyond an hour HubRise gives events up. */
	let unreachableUntil = 0;
	const enqueue = () => {
		for (const notice of upstream.notices.slice(enqueuedCount)) {
			calls.push({ notice, at: ports.now() + (dice.chance(0.2) ? dice.below(300) * SECOND : 0), tries: 0 });
			if (dice.chance(0.1))
				calls.push({ notice, at: ports.now() + dice.below(600) * SECOND, tries: RETRY_MINUTES.length });
		}
		enqueuedCount = upstream.notices.length;
	};

	/** What is due until then, in time; `calm`: nothing fails any more. */
	async function run(until: number, noFaults: boolean): Promise<void> {
		for (;;) {
			const call = calls.filter(({ at }) => at <= until).sort((a, b) => a.at - b.at)[0];
			if (!call) break;
			calls = calls.filter((each) => each !== call);
			ports.moveTo(Math.max(ports.now(), call.at));
			const { notice, tries } = call;
			const { new_state, previous_state, ...strippedBody } = notice.body;
			const isStripped = dice.chance(0.15) && notice.pending;
			const body = JSON.stringify(isStripped ? strippedBody : notice.body);
			upstream.down = !noFaults && dice.chance(0.1);
			const status =
				!noFaults && (ports.now() < unreachableUntil || dice.chance(0.15))
					? undefined
					: await deliver(body, sign(body), !noFaults && dice.chance(0.1));
			upstream.down = false;
			const acknowledged = status !== undefined && status < 500;
			if (acknowledged) notice.pending = false;
			else if (tries < RETRY_MINUTES.length)
				calls.push({ notice, at: ports.now() + (RETRY_MINUTES[tries] ?? 0) * MINUTE, tries: tries + 1 });
			else if (notice.pending && !calls.some((each) => each.notice === notice)) {
				notice.pending = false;
				abandoned.add(notice.seq);
			}
		}
		ports.moveTo(Math.max(ports.now(), until));
	}

	for (let step = 6 + dice.below(14); step > 0; step -= 1) {
		const choice = dice.below(14);
		if (choice < 3 || upstream.orders.length === 0) upstream.placeOrder();
		else if (choice < 6) upstream.moveOrder(dice.below(3));
		else if (choice < 10) upstream.moveDelivery(dice.below(3), choice === 9);
		else if (choice === 10) await forge();
		else if (choice === 11) {
			upstream.down = dice.chance(0.5);
			const other = await activate(OTHER_URL, []);
			if (other.ok || other.failure.message.includes('/webhook'))
				faults.push('a second trigger got the connection, or the whole address');
			if (
				(await unsubscribe(work, { callback: { url: OTHER_URL, events: needs } }, ports)).ok &&
				upstream.callback.url !== url
			)
				faults.push('the trigger lost the connection');
			upstream.down = false;
		} else if (choice === 12) {
			const before = url;
			url = `https://n8n${step}.example.com/webhook/a`;
			const healed = await activate(url, [before]);
			if (!healed.ok || upstream.callback.url !== url) faults.push('a changed address of its own was not healed');
		}
		if (dice.chance(0.04)) unreachableUntil = ports.now() + dice.below(120) * MINUTE;
		enqueue();
		if (dice.chance(0.7)) await run(ports.now() + dice.below(200) * SECOND, false);
	}
	await run(ports.now() + 200 * MINUTE, true);
	if (upstream.callback.url !== url) faults.push('the trigger lost the connection');
	await unsubscribe(work, { callback: { url, events: needs } }, ports);
	if (upstream.callback.url !== null || Object.keys(upstream.callback.events).length > 0)
		faults.push('the callback was left behind');

	const isChosen = (event: string) => events.length === 0 || events.includes(event);
	const names = Object.keys(eventNames)
		.filter(isChosen)
		.flatMap((event) => eventNames[event] ?? []);
	const expected = upstream.notices.filter(
		({ seq, name, status, before }) =>
			names.includes(name) && !abandoned.has(seq) && (name !== 'order.update' || status !== before),
	);
	// Without New Order, an order that comes in is the first step of its status.
	const steps = [
		...(names.includes('order.create') && !isChosen('newOrder') ? ['order.create'] : []),
		'order.update',
		'delivery.update',
	];
	return [...faults, ...faultsOf(emitted, expected, upstream.notices, steps)];
}
