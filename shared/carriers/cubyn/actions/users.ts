import type { Action } from '../../../declare/action';

export const userActions: readonly Action[] = [];
