// Written by "npm run generate" from the folders beside this file.
import { cubyn } from './cubyn';
import { cyke } from './cyke';
import { deliverit } from './deliverit';
import { hubrise } from './hubrise';

export type * from './cubyn/backoffice.types';
export type * from './cyke/backoffice.types';
export type * from './deliverit/backoffice.types';
export type * from './hubrise/backoffice.types';

/** Every embedded carrier. */
export const embedded = { cubyn, cyke, deliverit, hubrise };
