import { createSandbox, type Sandbox } from '../../sandbox/carriers';
import { hubrise } from '../../shared/carriers/hubrise/carrier';
import type { Action } from '../../shared/declare/action';
import type { Item } from '../../shared/declare/facts';
import { withCredentials } from '../../shared/declare/credentials';
import type { Result } from '../../shared/declare/failure';
import type { JsonObject } from '../../shared/json';
import type { BookingSettings } from '../../shared/run/booking-settings';
import { connect } from '../../shared/run/connect';
import { perform } from '../../shared/run/perform';
import type { Ports, SendResult } from '../../shared/run/ports';
import { scriptedPorts } from '../core/scripted-ports';

export const BRIDGE = { access_token: 'HubriseSandboxBridge0001' };
export const TILL = { access_token: 'HubriseSandboxTill0001' };
export const ACCOUNT = { access_token: 'HubriseSandboxBridge0002', access_level: 'account' };

/** The whole pipeline against the embedded HubRise, written only from the carrier's pages. */
export class HubriseHarness {
	readonly sandbox: Sandbox = createSandbox();
	readonly calls: string[] = [];
	readonly ports: Ports;
	/** Runs a callback just before a call is sent. */
	beforeCall: (call: string) => void = () => undefined;
	/** Drops the responses of these calls after the calls have arrived. */
	dropsResponse: (call: string) => boolean = () => false;

	/** A gateway answers these calls with an empty success, and HubRise never sees them. */
	swallows: (call: string) => boolean = () => false;

	constructor() {
		this.ports = scriptedPorts(
			async () => ({ noResponse: { delivered: 'no', reason: 'unused' } }),
			this.sandbox.clock.now(),
		);
		this.ports.transport.send = async (request, access): Promise<SendResult> => {
			const { method, url, headers, body } = withCredentials(request, access);
			const call = `${method} ${new URL(url).pathname.replace('/v1', '')}`;
			this.beforeCall(call);
			this.calls.push(call);
			if (this.swallows(call)) return { response: { status: 200, headers: {}, text: '' } };
			await this.sandbox.clock.advance(Math.max(0, this.ports.now() - this.sandbox.clock.now()));
			const response = await this.sandbox.fetch(url, { method, headers: { ...headers }, body });
			const text = await response.text();
			if (this.dropsResponse(call)) return { noResponse: { delivered: 'maybe', reason: 'the connection was closed' } };
			return { response: { status: response.status, headers: Object.fromEntries(response.headers), text } };
		};
	}

	async run(
		action: Action,
		values: JsonObject,
		connection: JsonObject = BRIDGE,
		booking: Partial<BookingSettings> = {},
	): Promise<Result<Item[]>> {
		const access = connect(hubrise, connection);
		if (!access.ok) throw new Error(access.failure.message);
		return await perform({ carrier: hubrise, action, access: access.value, values, booking }, this.ports);
	}
}
