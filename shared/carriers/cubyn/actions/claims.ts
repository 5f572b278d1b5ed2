import type { Action } from '../../../declare/action';

export const claimActions: readonly Action[] = [];
