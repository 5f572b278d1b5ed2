import type { Action } from '../../../declare/action';

export const inventoryActions: readonly Action[] = [];
