import type { Action } from '../../../declare/action';

export const returnActions: readonly Action[] = [];
