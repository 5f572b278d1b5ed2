import type { CubynAccount } from './account.types';

const SINCE = Date.parse('2025-03-03T10:18:13.000Z');

/** The shop of the examples with two applications, and a second merchant whose parcels the first must never see. */
export function sandboxAccounts(): CubynAccount[] {
	return [
		{
			id: 369502585,
			firstName: 'Jane',
			lastName: 'Doe',
			phone: '0606060606',
			email: 'jane.doe@acme.com',
			password: 'sandbox',
			address: { line1: '27 rue du Chemin Vert', zip: '75011', city: 'Paris', country: 'France' },
			createdAt: SINCE,
			updatedAt: SINCE,
			applications: [
				application(488978068, 'My API application', 'CubynSandboxKey0001'),
				application(488978069, 'My second application', 'CubynSandboxKey0002'),
			],
		},
		{
			id: 427380376,
			firstName: 'Inès',
			lastName: 'Ruiz',
			phone: '+34600000000',
			email: 'ines.ruiz@other.example',
			password: 'sandbox',
			address: { line1: 'Calle de Alcalá 42', zip: '28014', city: 'Madrid', country: 'Spain' },
			createdAt: SINCE,
			updatedAt: SINCE,
			applications: [application(512340001, 'Another merchant', 'CubynSandboxKey0003')],
		},
	];
}

function application(id: number, name: string, key: string): CubynAccount['applications'][number] {
	return { id, name, key, createdAt: SINCE, updatedAt: SINCE };
}
