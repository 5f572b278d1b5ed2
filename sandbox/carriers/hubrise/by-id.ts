import type { HubriseAccount, HubriseClient, HubriseLocation } from './backoffice.types';

/** What must be there, because it was checked before or a test named it. */
export function locationOf(state: { locations: readonly HubriseLocation[] }, id: string): HubriseLocation {
	const location = state.locations.find((other) => other.id === id);
	if (location === undefined) throw new Error(`HubRise has no location ${id}`);
	return location;
}

export function clientOf(state: { clients: readonly HubriseClient[] }, id: string): HubriseClient {
	const client = state.clients.find((other) => other.id === id);
	if (client === undefined) throw new Error(`HubRise has no client ${id}`);
	return client;
}

export function accountName(state: { accounts: readonly HubriseAccount[] }, id: string): string {
	return state.accounts.find((account) => account.id === id)?.name ?? '';
}

export function currencyOf(state: { accounts: readonly HubriseAccount[] }, id: string): string {
	return state.accounts.find((account) => account.id === id)?.currency ?? '';
}
