import type { Action } from '../../../declare/action';
import { createReturn, getReturn } from './create-return';
import { createReturnAndGetLabel, getReturnLabel } from './return-label';

export const returnActions: readonly Action[] = [createReturn, createReturnAndGetLabel, getReturn, getReturnLabel];
