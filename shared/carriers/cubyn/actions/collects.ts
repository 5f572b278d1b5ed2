import type { Action } from '../../../declare/action';

export const collectActions: readonly Action[] = [];
