import type { Action } from '../../../declare/action';

export const lotActions: readonly Action[] = [];
