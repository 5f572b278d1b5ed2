import type { Action } from '../../../declare/action';

export const fileActions: readonly Action[] = [];
