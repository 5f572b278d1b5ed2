import { cubyn } from './carriers/cubyn/carrier';
import { cyke } from './carriers/cyke/carrier';
import { deliverit } from './carriers/deliverit/carrier';
import { hubrise } from './carriers/hubrise/carrier';
import type { Carrier } from './declare/carrier';

/** Every carrier. A new one is its folder and a line here. */
export const carriers: readonly Carrier[] = [cyke, cubyn, deliverit, hubrise];

export function carrierById(id: string): Carrier {
	const found = carriers.find((carrier) => carrier.id === id);
	if (!found) throw new Error(`No carrier is called "${id}"`);
	return found;
}
