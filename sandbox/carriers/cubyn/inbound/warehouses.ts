import type { CubynWarehouseGroup } from '../parcels/parcel.types';

export interface Warehouse {
	id: number;
	name: string;
	group: CubynWarehouseGroup;
}

/** The third number is the French one of older documents, still in the samples. */
const KNOWN: readonly Warehouse[] = [
	{ id: 3628042, name: 'Cubyn France', group: 'FR' },
	{ id: 193543585, name: 'Cubyn Spain', group: 'ES' },
	{ id: 24082363, name: 'Cubyn France', group: 'FR' },
];

export const WAREHOUSES = KNOWN.slice(0, 2);

export function warehouse(id: number): Warehouse | undefined {
	return KNOWN.find((other) => other.id === id);
}
