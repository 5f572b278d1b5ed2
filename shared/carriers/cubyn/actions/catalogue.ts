import type { Action } from '../../../declare/action';

export const catalogueActions: readonly Action[] = [];
