import { polls } from '../../shared/carriers/cubyn/events/triggers';
import { parcelV3 } from '../../shared/carriers/cubyn/parcels/documented';
import { json, type CarrierBench } from '../carriers';

const now = Date.parse('2030-05-21T12:00:00Z');
const PAGE = 500;

/** CU51: a parcel of the last weeks, the newest first, the first hundred on their way, and the last one as well. */
const row = (index: number, count: number) => ({
	...parcelV3,
	id: 370_000_000 + count - index,
	orderRef: `WC-${count - index}`,
	status: index < 100 || index === count - 1 ? 'SHIPPED' : 'DELIVERED',
	createdAt: new Date(now - (index * 30 * 24 * 3_600_000) / count).toISOString(),
});

const trigger = polls.find(({ id }) => id === 'parcelStatusChanged');
if (!trigger) throw new Error('There is no such trigger');

export const bench: CarrierBench = {
	poll: {
		trigger,
		now,
		goal: 'at most 12 x',
		answers: (count) => {
			const rows = Array.from({ length: count }, (_, index) => row(index, count));
			const pages = Array.from({ length: Math.ceil(count / PAGE) + 1 }, (_, page) =>
				json(rows.slice(page * PAGE, (page + 1) * PAGE)),
			);
			return ({ url }) => pages[Number(new URL(url).searchParams.get('offset') ?? 0) / PAGE] ?? json([]);
		},
	},
};
