import { createSandbox, type Sandbox } from '../../sandbox/carriers';
import { hubrise } from '../../shared/carriers/hubrise/carrier';
import type { Action } from '../../shared/declare/action';
import type { Item } from '../../shared/declare/facts';
import { withCredentials } from '../../shared/declare/connection';
import type { Result } from '../../shared/declare/failure';
import type { JsonObject } from '../../shared/declare/json';
import type { BookingSettings } from '../../shared/run/booking-settings';
import { connect } from '../../shared/run/connect';
import { perform } from '../../shared/run/perform';
import type { Ports, Sent } from '../../shared/run/ports';
import { scriptedPorts } from '../core/ports';

export const BRIDGE = { access_token: 'HubriseSandboxBridge0001' };
export const TILL = { access_token: 'HubriseSandboxTill0001' };
export const ACCOUNT = { access_token: 'HubriseSandboxBridge0002', access_level: 'account' };

/** The whole road against the embedded HubRise, which was written from the carrier's pages alone. */
export class Road {
	readonly sandbox: Sandbox = createSandbox();
	readonly calls: string[] = [];
	readonly ports: Ports;
	/** Does something the moment before a call goes out. */
	before: (call: string) => void = () => undefined;
	/** Loses the answer of these calls, which have arrived. */
	loses: (call: string) => boolean = () => false;

	constructor() {
		this.ports = scriptedPorts(async () => ({ lost: { sent: 'no', why: 'unused' } }), this.sandbox.clock.now());
		this.ports.transport.send = async (request, access): Promise<Sent> => {
			const { method, url, headers, body } = withCredentials(request, access);
			const call = `${method} ${new URL(url).pathname.replace('/v1', '')}`;
			this.before(call);
			this.calls.push(call);
			await this.sandbox.clock.advance(Math.max(0, this.ports.now() - this.sandbox.clock.now()));
			const response = await this.sandbox.fetch(url, { method, headers: { ...headers }, body });
			const text = await response.text();
			if (this.loses(call)) return { lost: { sent: 'maybe', why: 'the connection was closed' } };
			return { answer: { status: response.status, headers: Object.fromEntries(response.headers), text } };
		};
	}

	async run(action: Action, values: JsonObject, connection: JsonObject = BRIDGE, booking: Partial<BookingSettings> = {}): Promise<Result<Item[]>> {
		const access = connect(hubrise, connection);
		if (!access.ok) throw new Error(access.failure.message);
		return await perform({ carrier: hubrise, action, access: access.value, values, booking }, this.ports);
	}
}
