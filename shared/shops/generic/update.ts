import type { DeliveryNews, ShopUpdate } from '../update';

/** The status field of a sheet or another shop is unknown, so users map the outcome's fields by hand. */
export const update = (_order: unknown, news: DeliveryNews): ShopUpdate => ({
	outcome: 'nothing',
	why:
		news.kind === 'later'
			? `The order stays as it is, to be tried again: ${news.message}`
			: 'This kind of shop has no request that is known here. Map the fields of the delivery yourself.',
});
