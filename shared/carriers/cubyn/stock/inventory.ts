import type { Action } from '../../../declare/action';
import { listBarcodes } from './barcodes';
import { getProduct, listProducts } from './products';
import { listStock } from './stock-rows';

export const inventoryActions: readonly Action[] = [getProduct, listProducts, listStock, listBarcodes];
