import type { ShopCase } from './case';
import { leftOutCases } from './left-out';
import { parcelCases } from './parcels';
import { phoneCases } from './phones';
import { slotCases } from './slots';
import { textCases } from './texts';
import { tillCases } from './tills';
import { twiceCases } from './twice';

/** Orders from the field and three variants of each kind, with what must come of them on every host. */
export const shopCases: readonly ShopCase[] = [
	leftOutCases,
	slotCases,
	twiceCases,
	phoneCases,
	textCases,
	parcelCases,
	tillCases,
].flat();

/** Cyke counts parcels, and these orders give no size. */
export const carrierInput: Readonly<Record<ShopCase['carrier'], object>> = {
	cyke: { parcels: { weight_kg: 5, volume_dm3: 20 } },
	deliverit: {},
	cubyn: {},
};
