import type { HubriseClient, HubriseConnection } from './desk.types';

export const TILL = 'till.clients.sandbox.example';
export const BRIDGE = 'bridge.clients.sandbox.example';

/** Two clients, because nobody hears of what it did itself: a till, and a bridge to couriers. */
export function sandboxClients(): HubriseClient[] {
	return [
		{ id: TILL, secret: 'HubriseSandboxTillSecret', name: 'Sandbox Till' },
		{ id: BRIDGE, secret: 'HubriseSandboxBridgeSecret', name: 'Sandbox Courier Bridge' },
	];
}

/** Tokens as if their owners had been through the authorise page long ago. */
export function sandboxConnections(): HubriseConnection[] {
	const fresh = { account: '3r4s3', device: null, state: 'live', callback: null } as const;
	const canal = { ...fresh, location: '3r4s3-1', scope: 'location[orders.write]' };
	return [
		{ ...canal, token: 'HubriseSandboxTill0001', client: TILL },
		{ ...canal, token: 'HubriseSandboxBridge0001', client: BRIDGE },
		{ ...canal, token: 'HubriseSandboxBridge0002', client: BRIDGE, location: null, scope: 'account[orders.write]' },
		{ ...canal, token: 'HubriseSandboxOther0001', client: TILL, account: 'k2m9z', location: 'k2m9z-1' },
	];
}
