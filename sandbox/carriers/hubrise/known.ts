import type { HubriseClient, HubriseLocation } from './desk.types';
import type { HubriseState } from './state';

/** What must be there, because it was checked before or a test named it. */
export function locationOf(state: Pick<HubriseState, 'locations'>, id: string): HubriseLocation {
	const location = state.locations.find((other) => other.id === id);
	if (location === undefined) throw new Error(`HubRise has no location ${id}`);
	return location;
}

export function clientOf(state: Pick<HubriseState, 'clients'>, id: string): HubriseClient {
	const client = state.clients.find((other) => other.id === id);
	if (client === undefined) throw new Error(`HubRise has no client ${id}`);
	return client;
}

export function accountName(state: Pick<HubriseState, 'accounts'>, id: string): string {
	return state.accounts.find((account) => account.id === id)?.name ?? '';
}

export function currencyOf(state: Pick<HubriseState, 'accounts'>, id: string): string {
	return state.accounts.find((account) => account.id === id)?.currency ?? '';
}
