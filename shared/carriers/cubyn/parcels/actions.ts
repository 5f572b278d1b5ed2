import type { Action } from '../../../declare/action';
import { cancelParcel } from './cancel';
import { createParcel } from './create';
import { deleteParcel } from './delete';
import { listParcels, listParcelStates } from './list';
import { getParcel, getParcelState } from './read';
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
