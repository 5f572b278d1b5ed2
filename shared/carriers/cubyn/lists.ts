import type { ChoiceList } from '../../declare/carrier';
import { listParcels } from './actions/parcel-list';

/** Values for drop-downs, by name. */
export const lists: Readonly<Record<string, ChoiceList>> = {
	parcels: {
		title: 'Parcel',
		action: listParcels,
		input: {},
		value: (item) => String(item.id),
		label: (item) => `${String(item.id)}: ${String(item.reference ?? 'no reference')}, ${String(item.carrierStatus)}`,
		page: 'http://track.cubyn.com/CUB{id}',
	},
};
