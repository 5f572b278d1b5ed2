import {
	defaultUpdateSettings,
	type DeliveryNews,
	type DeliveryState,
	type ShopUpdate,
	type UpdateSettings,
} from '../../shared/shops/update';

/** News of a delivery, and what became of it in a shop. */
export const delivery = (changes: Partial<DeliveryState> = {}): DeliveryState => ({
	carrier: 'Cyke',
	id: '77',
	reference: 'WC-3127',
	status: 'scheduled',
	reason: null,
	trackingNumber: null,
	trackingUrl: 'https://track.example.com/77',
	occurredAt: '2026-11-25T14:10:00+01:00',
	warnings: [],
	differs: false,
	...changes,
});

export const booked = (changes: Partial<DeliveryState> = {}): DeliveryNews => ({
	kind: 'booked',
	delivery: delivery(changes),
});
export const moved = (status: DeliveryState['status'], changes: Partial<DeliveryState> = {}): DeliveryNews => ({
	kind: 'moved',
	delivery: delivery({ status, ...changes }),
});
export const refused: DeliveryNews = { kind: 'refused', carrier: 'Cyke', message: 'Phone is empty.' };
export const unknown: DeliveryNews = { kind: 'unknown', carrier: 'Cyke', reference: 'WC-701' };
export const later: DeliveryNews = { kind: 'later', message: 'Cyke is down' };

export const requestsOf = (update: ShopUpdate) => (update.outcome === 'send' ? update.requests : []);
export const purposes = (update: ShopUpdate) => requestsOf(update).map(({ purpose }) => purpose);
export const found = (update: ShopUpdate, purpose: string) =>
	requestsOf(update).find((request) => request.purpose === purpose);
export const settings = (changes: Partial<UpdateSettings> = {}): UpdateSettings => ({
	...defaultUpdateSettings,
	...changes,
});
