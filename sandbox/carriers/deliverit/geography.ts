import type { DeliveritAccount, DeliveritSettings } from './desk.types';
import { Refusal } from './refusal';

export interface Position {
	latitude: number;
	longitude: number;
}

const EARTH_METRES = 6_371_000;
/** Streets are longer than a straight line. */
const DETOUR = 1.3;
const DANISH_VAT = 1.25;
const MINUTE = 60_000;

// Street words, a house number, perhaps a letter; anything more is too messy to be found.
const CLEAN_STREET = /^[\p{L}][\p{L} .'’-]*\s\d{1,3}\s?[A-Za-z]?$/u;

export function assertServed({ latitude, longitude }: Position, { servedArea }: DeliveritSettings): void {
	const { south, north, west, east } = servedArea;
	if (latitude < south || latitude > north || longitude < west || longitude > east) {
		throw new Refusal(400, `Latitude ${latitude} and longitude ${longitude} are outside the area of DeliverIt`);
	}
}

export function drivingMetres(from: Position, to: Position): number {
	const radians = (degrees: number) => (degrees * Math.PI) / 180;
	const half = (a: number, b: number) => Math.sin(radians(b - a) / 2) ** 2;
	const chord =
		half(from.latitude, to.latitude) +
		Math.cos(radians(from.latitude)) * Math.cos(radians(to.latitude)) * half(from.longitude, to.longitude);
	return Math.round(2 * EARTH_METRES * Math.asin(Math.sqrt(chord)) * DETOUR);
}

/** Whole kroner, without VAT. */
export function priceFor(metres: number): number {
	return Math.round(40 + (metres / 1000) * 8);
}

export function withVat(price: number): number {
	return Math.round(price * DANISH_VAT);
}

export function kilometres(metres: number): number {
	return Math.round(metres / 10) / 100;
}

export function drivingTime(metres: number): number {
	return Math.max(3, Math.ceil((metres / 1000) * 2)) * MINUTE;
}

/** Undefined where the address is too messy. Close to the shop, the same place for the same street. */
export function geocode(street: string, zip: string, shop: DeliveritAccount): Position | undefined {
	if (!CLEAN_STREET.test(street.trim())) return undefined;
	const spread = [...`${street.trim().toLowerCase()}${zip}`].reduce(
		(sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 10_007,
		7,
	);
	return {
		latitude: shop.latitude + ((spread % 100) - 50) / 2500,
		longitude: shop.longitude + (Math.floor(spread / 100) - 50) / 1400,
	};
}
