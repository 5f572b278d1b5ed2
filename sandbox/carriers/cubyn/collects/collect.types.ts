import type { Moment } from '../../frame/clock.types';
import type { AddressInput } from '../parcels/parcelBody';

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
