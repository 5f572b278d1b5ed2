import { iso } from '../requests/time';
import type { CubynCollect } from './collect.types';

/** Contact and phone go in and are not shown again. */
export function collectView(collect: CubynCollect) {
	return {
		id: collect.id,
		status: collect.status,
		address: collect.address,
		pickupAt: iso(collect.pickupAt),
		volumeCategory: collect.volumeCategory,
		shipperId: String(collect.shipperId),
		applicationId: String(collect.applicationId),
		createdAt: iso(collect.createdAt),
		updatedAt: iso(collect.updatedAt),
	};
}
