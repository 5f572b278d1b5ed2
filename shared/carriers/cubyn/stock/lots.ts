import type { Action } from '../../../declare/action';
import { changeLot, setLotStatus } from './change-lot';
import { getLot, listLots } from './list-lots';
import { listLotRows } from './lots-by-warehouse';

export const lotActions: readonly Action[] = [getLot, listLots, listLotRows, changeLot, setLotStatus];
