import type { CykeAccount, CykePackageType } from './backoffice.types';

function packageType(id: number, type: string, volume: number, weight: number): CykePackageType {
	return { id, type, volume, weight, fragility: null, temperature: null };
}

/** The shop of the examples, and a second customer whose deliveries the first must never see. */
export function sandboxAccounts(): CykeAccount[] {
	return [
		{
			email: 'shop@sandbox.example',
			token: 'CykeSandboxToken0001',
			company: 'Brasserie du Canal',
			defaultPlace: {
				recipient_name: 'Brasserie du Canal',
				recipient_phone: '+33140000001',
				address: '12 quai de Valmy',
				postal_code: '75010',
				city: 'Paris',
			},
			savedAddresses: new Map([
				[
					23,
					{
						recipient_name: 'Entrepôt Nord',
						recipient_phone: '+33140000023',
						address: '5 rue de l’Ourcq',
						postal_code: '75019',
						city: 'Paris',
					},
				],
			]),
			packageTypes: [
				packageType(1, 'Carton de 12 bières 33cl', 12, 9.5),
				packageType(2, 'Fût inox de 20L', 30, 28),
				{ ...packageType(3, 'Bouquet', 8, 1), fragility: 'fragile' },
			],
			packages: 'objects',
			bringBackContainers: false,
			priceCents: 1290,
			phoneRequired: true,
		},
		{
			email: 'other@sandbox.example',
			token: 'CykeSandboxToken0002',
			company: 'Fleurs du Marais',
			defaultPlace: {
				recipient_name: 'Fleurs du Marais',
				recipient_phone: '+33140000002',
				address: '8 rue de Bretagne',
				postal_code: '75003',
				city: 'Paris',
			},
			savedAddresses: new Map(),
			packageTypes: [packageType(11, 'small parcel < 12dm3', 12, 5), packageType(12, 'medium parcel < 15dm3', 15, 8)],
			packages: 'sizes',
			bringBackContainers: false,
			priceCents: null,
			phoneRequired: true,
		},
	];
}
