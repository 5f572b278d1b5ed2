import type { Action } from '../../../declare/action';

export const inboundActions: readonly Action[] = [];
