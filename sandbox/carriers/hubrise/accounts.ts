import type { HubriseAccount, HubriseCustomerList, HubriseLocation } from './backoffice.types';

/** The restaurant of the examples with two locations, and a second business that it must never see. */
export function sandboxAccounts(): HubriseAccount[] {
	return [
		{ id: '3r4s3', name: 'Brasserie du Canal', currency: 'EUR', suspended: false },
		{ id: 'k2m9z', name: 'Regent Street Diner', currency: 'GBP', suspended: false },
	];
}

export function sandboxLocations(): HubriseLocation[] {
	const paris = { account: '3r4s3', city: 'Paris', country: 'FR', timeZone: 'Europe/Paris', suspended: false };
	const service = (): HubriseLocation['service'] => ({
		cutoffTime: '06:00',
		openingHours: null,
		preparationTime: 15,
		orderAcceptance: { mode: 'normal' },
		customFields: {},
	});
	const canal = {
		catalog: { id: 'bj61q', name: 'Carte' },
		customerList: { id: 'xd2p4', name: 'Brasserie du Canal' },
	};
	return [
		{
			...paris,
			...canal,
			service: service(),
			id: '3r4s3-1',
			name: 'Valmy',
			address: '12 quai de Valmy',
			postalCode: '75010',
		},
		{
			...paris,
			...canal,
			service: service(),
			id: '3r4s3-2',
			name: 'Ourcq',
			address: '5 rue de l’Ourcq',
			postalCode: '75019',
		},
		{
			id: 'k2m9z-1',
			account: 'k2m9z',
			name: 'Regent Street',
			address: '20 Regent Street',
			postalCode: 'SW1Y 4PH',
			city: 'London',
			country: 'GB',
			timeZone: 'Europe/London',
			catalog: { id: 'p8w3d', name: 'Menu' },
			customerList: { id: 'tz70c', name: 'Regent Street Diner' },
			service: service(),
			suspended: false,
		},
	];
}

/** The list of each account, and one that belongs to a single location. */
export function sandboxCustomerLists(): HubriseCustomerList[] {
	const createdAt = Date.parse('2026-01-12T09:00:00Z');
	return [
		{ id: 'xd2p4', account: '3r4s3', location: null, name: 'Brasserie du Canal', createdAt },
		{ id: 'v7n1c', account: '3r4s3', location: '3r4s3-2', name: 'Ourcq', createdAt },
		{ id: 'tz70c', account: 'k2m9z', location: null, name: 'Regent Street Diner', createdAt },
	];
}
