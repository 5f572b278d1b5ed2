import type { CubynWarehouseGroup } from '../parcels/parcel.types';

export interface Warehouse {
	id: number;
	name: string;
	group: CubynWarehouseGroup;
}

/** The third number is the French one of older documents, still in the samples. */
const ALL_WAREHOUSES: readonly Warehouse[] = [
	{ id: 3628042, name: 'Cubyn France', group: 'FR' },
	{ id: 193543585, name: 'Cubyn Spain', group: 'ES' },
	{ id: 24082363, name: 'Cubyn France', group: 'FR' },
];

export const WAREHOUSES = ALL_WAREHOUSES.slice(0, 2);

export function warehouse(id: number): Warehouse | undefined {
	return ALL_WAREHOUSES.find((other) => other.id === id);
}
