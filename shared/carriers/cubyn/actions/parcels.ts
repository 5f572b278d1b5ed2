import type { Action } from '../../../declare/action';

export const parcelActions: readonly Action[] = [];
