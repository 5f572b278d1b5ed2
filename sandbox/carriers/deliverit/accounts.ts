import type { DeliveritAccount } from './desk.types';

/** A restaurant in Odense, and a second shop whose orders are foreign to it. */
export function sandboxAccounts(): DeliveritAccount[] {
	return [
		{
			username: 'shop@sandbox.example',
			password: 'deliverit-sandbox-1',
			company: 14,
			name: 'Café Fyn',
			latitude: 55.3959,
			longitude: 10.3883,
		},
		{
			username: 'other@sandbox.example',
			password: 'deliverit-sandbox-2',
			company: 149,
			name: 'Aarhus Sushi',
			latitude: 56.1572,
			longitude: 10.2107,
		},
	];
}
