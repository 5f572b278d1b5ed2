import type { ChoiceList } from '../../declare/carrier';

/** Values for drop-downs, by name. */
export const lists: Readonly<Record<string, ChoiceList>> = {};
