import type { Action } from '../../../declare/action';
import { cancelParcel } from './parcel-cancel';
import { createParcel } from './parcel-create';
import { deleteParcel } from './parcel-delete';
import { listParcels, listParcelStates } from './parcel-list';
import { getParcel, getParcelState } from './parcel-read';
import { getRelayPicker } from './relay-picker';
import { readRelayChoice } from './relay-choice';

export const parcelActions: readonly Action[] = [
	cancelParcel,
	createParcel,
	deleteParcel,
	getParcel,
	getParcelState,
	listParcels,
	listParcelStates,
	getRelayPicker,
	readRelayChoice,
];
