import type { Action } from '../../../declare/action';
import { createReturn, getReturn } from './create';
import { createReturnAndGetLabel, getReturnLabel } from './label';

export const returnActions: readonly Action[] = [createReturn, createReturnAndGetLabel, getReturn, getReturnLabel];
