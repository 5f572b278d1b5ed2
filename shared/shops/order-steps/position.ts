import type { Coordinates, OrderProblem } from '../../delivery/request';
import { fromUtm } from '../../delivery/utm';
import { toCoordinates } from '../entries';
import { firstText, listAt, numberAt, quote, textAt, toNumber, valueAt } from '../read-json';

/** One place that a geocoder offers, and how sure it is, from 0 to 1. */
interface Candidate {
	coordinates: Coordinates;
	score: number | null;
	label: string | null;
	isHouse: boolean;
}

/** Below it, a street without the number or another town may be meant. */
const SURE = 0.8;
/** Two places within it are the same door: some hundred metres. */
const NEAR_DEGREES = 0.002;

/** Metres of Denmark's grid, with the sea around it: no degrees are that large. */
const isDanishGrid = (x: number, y: number) => x > 400_000 && x < 950_000 && y > 6_000_000 && y < 6_450_000;
const DANISH_ZONE = 32;

/** East and north, in degrees or in metres of the Danish grid. */
function placeOf(x: unknown, y: unknown): Coordinates | null {
	const [east, north] = [toNumber(x), toNumber(y)];
	if (east !== null && north !== null && isDanishGrid(east, north)) return fromUtm(east, north, DANISH_ZONE);
	return toCoordinates(north, east);
}

/** A pair, or x and y, as geocoders write a point. */
const pointOf = (value: unknown): Coordinates | null =>
	Array.isArray(value) ? placeOf(value[0], value[1]) : placeOf(valueAt(value, 'x'), valueAt(value, 'y'));

const POINTS = [
	['geometry', 'coordinates'],
	['adgangspunkt', 'koordinater'],
	['adressepunkt', 'koordinater'],
	['koordinater'],
	[],
];

/** Danish answers wrap the house in its address, in the answer, and in a suggestion. */
const WRAPPERS = ['adresse', 'adgangsadresse', 'husnummer', 'data', 'aktueladresse'];

/** GeoJSON features, Danish addresses with their access point, and plain latitude and longitude. */
function coordinatesOf(one: unknown, depth = 0): Coordinates | null {
	const points = POINTS.map((path) => pointOf(path.length === 0 ? one : valueAt(one, ...path)));
	const own =
		points.find((point) => point !== null) ??
		toCoordinates(valueAt(one, 'latitude'), valueAt(one, 'longitude')) ??
		toCoordinates(valueAt(one, 'lat'), valueAt(one, 'lon') ?? valueAt(one, 'lng'));
	if (own || depth > 2) return own;
	const inside = WRAPPERS.map((key) => valueAt(one, key)).filter((value) => value !== undefined && value !== null);
	return inside.map((value) => coordinatesOf(value, depth + 1)).find((found) => found !== null) ?? null;
}

/** What a geocoder calls a place that is no house. */
const NO_HOUSE = ['street', 'locality', 'municipality', 'vejnavn', 'navngivenvejpostnummer'];

/** Denmark marks an access point whose place is not known. */
const isUnsurePoint = (one: unknown): boolean =>
	[one, valueAt(one, 'adgangsadresse')].some((house) => textAt(house, 'adgangspunkt', 'nøjagtighed') === 'U');

function candidateOf(one: unknown): Candidate[] {
	const coordinates = coordinatesOf(one);
	if (coordinates === null) return [];
	const kind = firstText(textAt(one, 'properties', 'type'), textAt(one, 'type'));
	return [
		{
			coordinates,
			score: numberAt(one, 'properties', 'score') ?? numberAt(one, 'properties', '_score') ?? numberAt(one, 'score'),
			label: firstText(
				textAt(one, 'properties', 'label'),
				textAt(one, 'betegnelse'),
				textAt(one, 'adressebetegnelse'),
				textAt(one, 'adgangsadressebetegnelse'),
				textAt(one, 'husnummer', 'adgangsadressebetegnelse'),
				textAt(one, 'tekst'),
				textAt(one, 'label'),
			),
			isHouse: !(kind !== null && NO_HOUSE.includes(kind)) && !isUnsurePoint(one),
		},
	];
}

const LISTS = ['features', 'results', 'resultater', 'adresser', 'fund'];

function candidatesIn(answer: unknown): Candidate[] {
	if (Array.isArray(answer)) return answer.flatMap(candidateOf);
	const key = LISTS.find((name) => valueAt(answer, name) !== undefined);
	return key === undefined ? candidateOf(answer) : listAt(answer, key).flatMap(candidateOf);
}

/** Adressevælger's search gives ids, and a look-up by one of them gives the place. */
const hasIdsOnly = (answer: unknown): boolean =>
	listAt(answer, 'fund').some((hit) => textAt(hit, 'id') !== null && coordinatesOf(hit) === null);

/** Adressevask's category C is its best guess. */
const isGuess = (answer: unknown): boolean => textAt(answer, 'kategori')?.toUpperCase() === 'C';

const isNear = (a: Coordinates, b: Coordinates) =>
	Math.abs(a.latitude - b.latitude) < NEAR_DEGREES && Math.abs(a.longitude - b.longitude) < NEAR_DEGREES;

const problem = (found: string | null, message: string): { problem: OrderProblem } => ({
	problem: { field: 'place.coordinates', found, message },
});

/** The place that a geocoder's answer means. One that is not sure is a problem: a guess sends a driver astray. */
export function readPosition(answer: unknown): { coordinates: Coordinates } | { problem: OrderProblem } {
	const candidates = candidatesIn(answer);
	const best = [...candidates].sort((a, b) => (b.score ?? 0) - (a.score ?? 0))[0];
	if (best === undefined)
		return problem(
			quote(answer),
			hasIdsOnly(answer)
				? 'The geocoder gave addresses without their places. Look one up by its ID in a step after it, and give that answer.'
				: `The geocoder found no place: ${quote(answer)}.`,
		);
	if (!best.isHouse || isGuess(answer))
		return problem(
			best.label,
			`The geocoder knows ${quote(best.label)}, and not the house. Correct the address, or give the position here.`,
		);
	if (best.score !== null && best.score < SURE)
		return problem(
			best.label,
			`The geocoder is not sure of the place: ${quote(best.label)} with a score of ${best.score}. Correct the address, or give the position here.`,
		);
	const rival = candidates.find(
		(one) =>
			!isNear(one.coordinates, best.coordinates) && (best.score === null || (one.score ?? 0) >= best.score - 0.02),
	);
	if (rival !== undefined)
		return problem(
			best.label,
			`The geocoder found more than one place: ${quote(best.label)} and ${quote(rival.label)}. Correct the address, or give the position here.`,
		);
	return { coordinates: best.coordinates };
}
