import type { Moment } from '../../framework/clock.types';
import type { AddressInput } from '../parcels/parcel-body';

export interface CubynCollect {
	id: number;
	shipperId: number;
	applicationId: number;
	status: 'CREATED' | 'CONFIRMED' | 'PICKED';
	address: AddressInput;
	contactName: string;
	contactPhone: string;
	pickupAt: Moment;
	volumeCategory: 'SMALL' | 'STANDARD' | 'LARGE';
	createdAt: Moment;
	updatedAt: Moment;
	deleted: boolean;
}
