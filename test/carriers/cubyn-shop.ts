import { createSandbox, type Sandbox } from '../../sandbox/carriers';
import { cubyn } from '../../shared/carriers/cubyn/carrier';
import type { Action } from '../../shared/declare/action';
import type { Item } from '../../shared/declare/facts';
import type { Result } from '../../shared/declare/failure';
import type { JsonObject } from '../../shared/json';
import type { WireRequest } from '../../shared/declare/wire';
import type { BookingSettings } from '../../shared/run/booking-settings';
import { connect } from '../../shared/run/connect';
import { createLimiter } from '../../shared/run/limiter';
import { perform } from '../../shared/run/perform';
import type { FileSource, SendResult } from '../../shared/run/ports';
import { headersOf } from '../core/samples';
import { scriptedPorts, type ScriptedPorts } from '../core/scripted-ports';

/** A shop on the embedded Cubyn, written only from the carrier's pages. Waiting moves the carrier's clock. */
export class CubynShop {
	readonly sandbox: Sandbox = createSandbox();
	readonly ports: ScriptedPorts;

	constructor(
		private readonly connection: JsonObject = { application_key: 'CubynSandboxKey0001' },
		files?: FileSource,
		/** What happens to a request instead of its way to the carrier, where something does. */
		intercept?: (request: WireRequest, send: () => Promise<SendResult>) => Promise<SendResult> | undefined,
	) {
		const scripted = scriptedPorts(
			async (request) => {
				const send = async (): Promise<SendResult> => await this.send(request);
				return (await intercept?.(request, send)) ?? (await send());
			},
			this.sandbox.clock.now(),
			files,
		);
		const clock = {
			now: () => this.sandbox.clock.now(),
			sleep: async (ms: number) => await this.sandbox.clock.advance(ms),
		};
		this.ports = { ...scripted, ...clock, limiter: createLimiter(clock) };
	}

	private async send({ method, url, headers, body }: WireRequest): Promise<SendResult> {
		const response = await this.sandbox.fetch(url, {
			method,
			headers: { ...headers, ...headersOf(this.access) },
			body,
		});
		return {
			response: { status: response.status, headers: Object.fromEntries(response.headers), text: await response.text() },
		};
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
	async runAll(action: Action, values: JsonObject, booking: Partial<BookingSettings> = {}): Promise<Item[]> {
		const result = await this.try(action, values, booking);
		if (!result.ok) throw new Error(`${result.failure.code}: ${result.failure.message}`);
		return result.value;
	}

	/** The one item of a step that must succeed. */
	async run(action: Action, values: JsonObject, booking: Partial<BookingSettings> = {}): Promise<Item> {
		const [item] = await this.runAll(action, values, booking);
		if (!item) throw new Error('there is no item');
		return item;
	}
}

/** A parcel with two pieces of what the shop has in stock. */
export const parcelOrder = (reference: string, more: JsonObject = {}): JsonObject => ({
	orderRef: reference,
	firstName: 'Sophie',
	lastName: 'Martin',
	address: { line1: '3 place de la République', zip: '69002', city: 'Lyon', country: 'fr' },
	phone: '06 06 06 06 06',
	items: [{ reference: 'product_2', count: 2 }],
	...more,
});
