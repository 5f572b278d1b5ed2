import { CarrierError } from '../framework/carrier-error';
import type { DeliveritAccount, DeliveritSettings } from './backoffice.types';
import type { Position } from './fields';

const EARTH_METRES = 6_371_000;
/** Streets are longer than a straight line. */
const DETOUR = 1.3;
const MINUTE = 60_000;

// Street words, a street number, perhaps a letter. Any other text makes the address impossible to find.
const CLEAN_STREET = /^[\p{L}][\p{L} .'’-]*\s\d{1,3}\s?[A-Za-z]?$/u;

/** Where the settings name an area. The documentation names none. */
export function assertServed({ latitude, longitude }: Position, { servedArea }: DeliveritSettings): void {
	if (servedArea === null) return;
	const { south, north, west, east } = servedArea;
	if (latitude < south || latitude > north || longitude < west || longitude > east)
		throw new CarrierError(400, `Latitude ${latitude} and longitude ${longitude} are outside the area of DeliverIt`);
}

export function drivingMetres(from: Position, to: Position): number {
	const radians = (degrees: number) => (degrees * Math.PI) / 180;
	const haversine = (a: number, b: number) => Math.sin(radians(b - a) / 2) ** 2;
	const chord =
		haversine(from.latitude, to.latitude) +
		Math.cos(radians(from.latitude)) * Math.cos(radians(to.latitude)) * haversine(from.longitude, to.longitude);
	return Math.round(2 * EARTH_METRES * Math.asin(Math.sqrt(chord)) * DETOUR);
}

/** Whole kroner, without VAT, which is 25 % in Denmark. */
export const priceFor = (metres: number): number => Math.round(40 + (metres / 1000) * 8);
export const priceWithVat = (metres: number): number => Math.round(priceFor(metres) * 1.25);
export const kilometres = (metres: number): number => Math.round(metres / 10) / 100;
export const drivingTime = (metres: number): number => Math.max(3, Math.ceil((metres / 1000) * 2)) * MINUTE;

/** Undefined where the address is too messy. Close to the shop, the same place for the same street. */
export function geocode(street: string, zip: string, shop: DeliveritAccount): Position | undefined {
	if (!CLEAN_STREET.test(street)) return undefined;
	const letters = [...`${street.toLowerCase()}${zip}`];
	const hash = letters.reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 10_007, 7);
	return {
		latitude: shop.latitude + ((hash % 100) - 50) / 2500,
		longitude: shop.longitude + (Math.floor(hash / 100) - 50) / 1400,
	};
}
