/** "12", "12bis", "12-14", "4/6", "n°12": what a house number looks like. */
const isNumber = (word: string) => /^(n[°º]\.?)?\d{1,5}([a-z]|bis|ter|quater)?([-/](\d{1,5}[a-z]?|[a-z]))?$/i.test(word.replace(/,$/, ''));
const isSuffix = (word: string | undefined) => /^(bis|ter|quater|[a-d]),?$/i.test(word ?? '');
/** "nº 12": what calls the number after it one. */
const isSign = (word: string | undefined) => /^(n[°ºo]\.?|n[uú]m\.?|num[eé]ro|número|nr\.?)$/i.test(word ?? '');
const isYear = (word: string) => /^(1[5-9]|20)\d\d,?$/.test(word);

/** Inside a house: a number beside one of these is of a door, and not of the house. */
const FLOORS = ['etage', 'piso', 'planta', 'floor', 'piano', 'andar', 'og'];
const DOORS = [
	...FLOORS,
	...['appartement', 'appart', 'appt', 'apt', 'app', 'apto', 'apartamento', 'apartment', 'flat', 'unit', 'suite', 'logement', 'chambre', 'ch', 'room', 'studio'],
	...['batiment', 'bat', 'bloc', 'bloque', 'block', 'building', 'tour', 'torre', 'hall', 'cage', 'entree', 'escalier', 'esc', 'escalera', 'portal', 'staircase'],
	...['porte', 'pte', 'puerta', 'pta', 'door', 'interphone', 'boite', 'bte', 'box', 'lot', 'local', 'nave', 'oficina', 'bureau', 'bp', 'cs'],
];

const plain = (word: string) => word.normalize('NFD').replace(/\p{M}/gu, '').replace(/[.,]+$/, '').toLowerCase();
const names = (list: readonly string[], word: string | undefined) => word !== undefined && list.includes(plain(word));
const ends = (word: string | undefined) => word?.endsWith(',') === true;

function isHouse(words: readonly string[], at: number): boolean {
	const word = words[at];
	if (word === undefined || !isNumber(word)) return false;
	const before = words[isSign(words[at - 1]) ? at - 2 : at - 1];
	if (names(DOORS, before) && !ends(before)) return false;
	// "3e étage" is a floor, and "42 piso 3" a house.
	return ends(word) || !names(FLOORS, words[at + 1]) || (!ends(words[at + 1]) && isNumber(words[at + 2] ?? ''));
}

/** Of several numbers the house's: the one that opens a part of its own, else the last, for a year or a day in the name of a street comes before it. */
function houseAt(words: readonly string[]): number | undefined {
	const all = words.flatMap((_word, at) => (isHouse(words, at) ? [at] : []));
	// Five digits are a postal code, where there is another number.
	const short = all.filter((at) => !/^\d{5}/.test(words[at] ?? ''));
	const some = short.length > 0 ? short : all;
	const opening = some.find((at) => at === 0 || ends(words[isSign(words[at - 1]) ? at - 2 : at - 1]));
	if (opening !== undefined) return opening;
	let last = some.at(-1);
	// "42 3B": house, then floor and door.
	while (last !== undefined && some.includes(last - 1) && !isYear(words[last - 1] ?? '')) last -= 1;
	return last;
}

const tidy = (text: string) => text.replace(/[\s,]+$/, '');

/**
 * Where the house number stands behind what fills the first line, it is brought to the front: with its part of the
 * address where a comma sets that apart ("Résidence …, 12 rue …"), else alone ("Calle de …, 42").
 */
export function numberFirst(street: string, room: number): string {
	const words = street.split(' ');
	const at = houseAt(words);
	if (at === undefined || words.slice(0, at + 1).join(' ').length <= room) return street;
	const from = (first: number, end?: number) => words.slice(first, end).join(' ');
	const start = isSign(words[at - 1]) ? at - 1 : at;
	const end = at + (!ends(words[at]) && isSuffix(words[at + 1]) ? 2 : 1);
	const next = words[end];
	const opensPart = ends(words[start - 1]) && !ends(words[end - 1]) && /^\p{L}{2}/u.test(next ?? '') && !names(DOORS, next);
	if (opensPart) return `${tidy(from(start))}, ${tidy(from(0, start))}`;
	return `${tidy(from(start, end))} ${tidy(`${from(0, start)} ${from(end)}`)}`;
}
