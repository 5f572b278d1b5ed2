import { createSandbox, type Sandbox } from '../../sandbox/carriers';
import { cubyn } from '../../shared/carriers/cubyn/carrier';
import type { Action } from '../../shared/declare/action';
import type { Item } from '../../shared/declare/facts';
import type { Result } from '../../shared/declare/failure';
import type { JsonObject } from '../../shared/declare/json';
import type { WireRequest } from '../../shared/declare/wire';
import type { BookingSettings } from '../../shared/run/booking-settings';
import { connect } from '../../shared/run/connect';
import { perform } from '../../shared/run/perform';
import type { FileSource, Sent } from '../../shared/run/ports';
import { scriptedPorts, type Scripted } from '../core/ports';

/** A shop on the embedded Cubyn, which was written from the carrier's pages alone; whoever waits moves the carrier's clock. */
export class CubynShop {
	readonly sandbox: Sandbox = createSandbox();
	readonly ports: Scripted;

	constructor(
		private readonly connection: JsonObject = { application_key: 'CubynSandboxKey0001' },
		files?: FileSource,
		/** What happens to a request instead of its way to the carrier, where something does. */
		meanwhile?: (request: WireRequest, send: () => Promise<Sent>) => Promise<Sent> | undefined,
	) {
		const scripted = scriptedPorts(
			async (request) => {
				const send = async (): Promise<Sent> => await this.send(request);
				return (await meanwhile?.(request, send)) ?? (await send());
			},
			this.sandbox.clock.now(),
			files,
		);
		this.ports = {
			...scripted,
			now: () => this.sandbox.clock.now(),
			sleep: async (ms) => {
				await this.sandbox.clock.advance(ms);
			},
		};
	}

	private async send({ method, url, headers, body }: WireRequest): Promise<Sent> {
		const response = await this.sandbox.fetch(url, { method, headers: { ...headers, ...this.access.headers }, body });
		return { answer: { status: response.status, headers: Object.fromEntries(response.headers), text: await response.text() } };
	}

	get access() {
		const access = connect(cubyn, this.connection);
		if (!access.ok) throw new Error(access.failure.message);
		return access.value;
	}

	async try(action: Action, values: JsonObject, booking: Partial<BookingSettings> = {}): Promise<Result<Item[]>> {
		return await perform({ carrier: cubyn, action, access: this.access, values, booking }, this.ports);
	}

	/** All items of a step that must succeed. */
	async all(action: Action, values: JsonObject, booking: Partial<BookingSettings> = {}): Promise<Item[]> {
		const result = await this.try(action, values, booking);
		if (!result.ok) throw new Error(`${result.failure.code}: ${result.failure.message}`);
		return result.value;
	}

	/** The one item of a step that must succeed. */
	async run(action: Action, values: JsonObject, booking: Partial<BookingSettings> = {}): Promise<Item> {
		const [item] = await this.all(action, values, booking);
		if (!item) throw new Error('there is no item');
		return item;
	}
}
