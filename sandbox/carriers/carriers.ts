import { cubyn } from './cubyn';
import { cyke } from './cyke';
import { deliverit } from './deliverit';
import type { House } from './frame/house';
import { hubrise } from './hubrise';

/** Every carrier of the sandbox: a folder and a line here. */
export function openCarriers(house: House) {
	return {
		cyke: cyke.open(house),
		deliverit: deliverit.open(house),
		hubrise: hubrise.open(house),
		cubyn: cubyn.open(house),
	};
}
