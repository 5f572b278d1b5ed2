import { createSandbox, type Sandbox } from '../../../sandbox/carriers';
import type { Action } from '../../../shared/declare/action';
import type { Item } from '../../../shared/declare/facts';
import type { Result } from '../../../shared/declare/failure';
import type { JsonObject } from '../../../shared/json';
import { carrierById, carriers } from '../../../shared/registry';
import { connect } from '../../../shared/run/connect';
import { perform } from '../../../shared/run/perform';
import { processPorts, sandboxTransport } from '../../lab/process-ports';
import { Dice } from '../../lab/seeded-random';

export const NOW = '2026-11-24T10:00:00+01:00';

/** Accounts of the embedded carriers. */
export const accounts: Readonly<Record<string, JsonObject>> = {
	cyke: { email: 'shop@sandbox.example', token: 'CykeSandboxToken0001' },
	cubyn: { application_key: 'CubynSandboxKey0001' },
	hubrise: { access_token: 'HubriseSandboxTill0001' },
	deliverit: { username: 'shop@sandbox.example', password: 'deliverit-sandbox-1' },
};

export const bookers = carriers.filter(({ shopOrder }) => shopOrder !== undefined).map(({ id }) => id);

export interface AtCarrier {
	sandbox: Sandbox;
	/** Of the connection: the steps read orders that name none as orders of it. */
	country: string | null;
	run(verb: string, input: JsonObject): Promise<Result<Item[]>>;
	runAction(action: Action, input: JsonObject): Promise<Result<Item[]>>;
	/** Requests of other methods than GET, without a sign-in: each may book something. */
	writes(): number;
	/** Requests that read. */
	reads(): number;
	/** Changes what the carrier answers to reads. */
	spoil(change: Spoil): void;
}

type Spoil = (request: { url: string }, body: unknown) => unknown;

/** One carrier of the sandbox, and the steps for shops' orders. */
export function atCarrier(id: string): AtCarrier {
	const carrier = carrierById(id);
	const sandbox = createSandbox({ startAt: NOW });
	const access = connect(carrier, accounts[id] ?? {});
	if (!access.ok) throw new Error(access.failure.message);
	const clock = { now: sandbox.clock.now, sleep: sandbox.clock.advanceOrSleep };
	let writes = 0;
	let reads = 0;
	let spoil: Spoil | undefined;
	const sandboxed = sandboxTransport(sandbox);
	const ports = processPorts(
		clock,
		{
			...sandboxed,
			send: async (request, ...rest) => {
				if (request.method !== 'GET' && !request.url.endsWith('/login')) writes += 1;
				if (request.method === 'GET') reads += 1;
				const sent = await sandboxed.send(request, ...rest);
				if (!spoil || !('response' in sent) || request.method !== 'GET') return sent;
				const text = JSON.stringify(await spoil(request, JSON.parse(sent.response.text)));
				return { response: { ...sent.response, text } };
			},
		},
		new Dice(1),
	);
	const runAction: AtCarrier['runAction'] = async (action, values) =>
		await perform({ carrier, action, access: access.value, values, booking: {} }, ports);
	return {
		sandbox,
		country: access.value.country ?? null,
		writes: () => writes,
		reads: () => reads,
		spoil: (change) => {
			spoil = change;
		},
		runAction,
		run: async (verb, values) => {
			const action = carrier.actions.find((each) => each.id === `shopOrder.${verb}`);
			if (!action) throw new Error(`${id} has no ${verb}`);
			return await runAction(action, values);
		},
	};
}

/** The only item of a step that must succeed. */
export function itemOf(result: Result<Item[]>): Item {
	if (!result.ok) throw new Error(result.failure.message);
	const [item] = result.value;
	if (!item) throw new Error('There is no item');
	return item;
}

export function messageOf(result: Result<Item[]>): string {
	if (result.ok) throw new Error(`It succeeded: ${JSON.stringify(result.value)}`);
	return result.failure.message;
}
