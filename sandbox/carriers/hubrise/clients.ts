import type { HubriseClient, HubriseConnection } from './backoffice.types';

export const TILL = 'till.clients.sandbox.example';
export const BRIDGE = 'bridge.clients.sandbox.example';

/** Two clients, a till and a courier bridge, because a client gets no events for its own changes. */
export function sandboxClients(): HubriseClient[] {
	return [
		{ id: TILL, secret: 'HubriseSandboxTillSecret', name: 'Sandbox Till' },
		{ id: BRIDGE, secret: 'HubriseSandboxBridgeSecret', name: 'Sandbox Courier Bridge' },
	];
}

/** Tokens as if their owners had been through the authorise page long ago. */
export function sandboxConnections(): HubriseConnection[] {
	const defaults = { account: '3r4s3', device: null, state: 'active', callback: null } as const;
	const canal = { ...defaults, location: '3r4s3-1', scope: 'location[orders.write,customer_list.write]' };
	return [
		{ ...canal, token: 'HubriseSandboxTill0001', client: TILL },
		{ ...canal, token: 'HubriseSandboxBridge0001', client: BRIDGE },
		{
			...canal,
			token: 'HubriseSandboxBridge0002',
			client: BRIDGE,
			location: null,
			scope: 'account[orders.write,customer_list.write]',
		},
		{ ...canal, token: 'HubriseSandboxOther0001', client: TILL, account: 'k2m9z', location: 'k2m9z-1' },
	];
}
