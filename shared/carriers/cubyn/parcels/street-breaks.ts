import {
	endsPart,
	isCompassPoint,
	isArticle,
	isBis,
	isConnector,
	isDoor,
	isEnglishLastWord,
	isEnglishStreet,
	isFloor,
	isFrenchOpener,
	isMonth,
	isNumber,
	isNumberedBehind,
	isNumberSign,
	isOpener,
	isOrdinal,
	isPlace,
	isRangeSign,
	isSide,
	isStreetName,
	isStreetType,
	isSuffix,
	isYear,
	startsWithDigit,
} from './street-words';

/** How bad it is to begin a new line between two words. Only the order of these figures matters. */
const COST = {
	/** Between a house number and its street. */
	house: 1_000,
	/** "n° | 12", "11 | bis". */
	insideNumber: 2_000,
	/** "bus | 12", "2ème | étage". */
	door: 200,
	/** A line would begin with the number of a door. */
	doorFirst: 30,
	/** Inside a street that has its number beside it. */
	street: 40,
	afterConnector: 6,
	word: 5,
	place: 2,
	comma: 1,
} as const;

/** The "15" of "13 à 15". */
const isRangeEnd = (words: readonly string[], index: number) =>
	isNumber(words[index]) &&
	isRangeSign(words[index - 1]) &&
	isNumber(words[index - 2]) &&
	!endsPart(words[index - 2]) &&
	isHouseNumber(words, index - 2);

/** Is the word at `index` a house number, and not the number of a door, a day or a year? */
function isHouseNumber(words: readonly string[], index: number): boolean {
	const word = words[index];
	if (!isNumber(word)) return false;
	const at = isNumberSign(words[index - 1]) ? index - 2 : index - 1;
	const before = words[at];
	if (isDoor(before) && !endsPart(before)) return false;
	// "étage 3" is a floor; after "3e étage" comes the house.
	if (isFloor(before) && !endsPart(before) && !isOrdinal(words[at - 1])) return false;
	if (isRangeEnd(words, index)) return true;
	// "2e étage" is a floor, "8 Mai" and "2 de Mayo" are days, "du 11" and "de 1978" belong to a name.
	if (isConnector(before) && !endsPart(before)) return false;
	if (endsPart(word)) return true;
	if (isMonth(words[index + 1])) return false;
	// "224 verdieping 3" is a house and a floor; "3 hoog" is only a floor.
	if (isFloor(words[index + 1]) && !startsWithDigit(words[index + 2])) return false;
	if (isConnector(words[index + 1]) && isMonth(words[index + 2])) return false;
	return !(isYear(word) && isMonth(before));
}

/** The words from a street's first to its house number, or to the end of its part of the address. */
interface Span {
	from: number;
	to: number;
}

/** The house number with its sign, its "bis" and the end of its range. */
function numberSpan(words: readonly string[], index: number): Span {
	const from = isNumberSign(words[index - 1]) ? index - 1 : index;
	const last = isRangeEnd(words, index + 2) ? index + 2 : index;
	let to = last;
	// "123 bis A" has two.
	while (to < last + 2 && !endsPart(words[to]) && isSuffix(words[to + 1])) to += 1;
	return { from, to };
}

const opensStreet = (words: readonly string[], index: number) =>
	isStreetType(words[index]) ||
	isStreetName(words[index]) ||
	(isFrenchOpener(words[index]) && isStreetType(words[index + 1])) ||
	(isOpener(words[index]) && isStreetName(words[index + 1]));

/** Where a street that begins at `index` ends: at a comma, a place, a door or another number. */
function endOfStreet(words: readonly string[], index: number): number {
	let end = index;
	while (!endsPart(words[end]) && words[end + 1] !== undefined) {
		const next = words[end + 1];
		// "allée du 12 février 1934" ends with its year.
		if (isMonth(words[end - 1]) && isYear(words[end])) break;
		if (isDoor(next) || isOrdinal(next) || isHouseNumber(words, end + 1)) break;
		// "rue du Quartier" and "44 Grande Rue" go on.
		const isLinked = isConnector(words[end]) || (end === index && isFrenchOpener(words[end]));
		if ((isPlace(next) || isStreetType(next)) && !isLinked) break;
		end += 1;
	}
	return end;
}

const isNamePart = (word: string | undefined) =>
	word !== undefined && !endsPart(word) && !startsWithDigit(word) && !isPlace(word) && !isDoor(word) && word !== 'c/o';

/** "Obere Bahnhofstrasse", "Onze-Lieve-Vrouw van Lourdesstraat": the words before the street word. */
function startOfStreet(words: readonly string[], index: number): number {
	let start = index;
	while (start > 0 && isNamePart(words[start - 1])) {
		const isLinked = isConnector(words[start - 1]) || isConnector(words[start]) || isOpener(words[start - 1]);
		if (!isLinked) break;
		start -= 1;
	}
	// One or two words at the beginning of a part are the street's own: "Tweede Constantijn Huygensstraat".
	const early = [start - 2, start - 1].find((first) => first >= 0 && (first === 0 || endsPart(words[first - 1])));
	return early !== undefined && words.slice(early, start).every(isNamePart) ? early : start;
}

/** "Grote Steenweg", "Vieux Chemin". */
const openerBefore = (words: readonly string[], index: number): number =>
	(isOpener(words[index - 1]) || isFrenchOpener(words[index - 1])) && !isConnector(words[index - 1])
		? index - 1
		: index;

/** "45 Lower Thames Street": the word that makes it a street comes last. */
function englishStreetEnd(words: readonly string[], start: number): number | undefined {
	for (let index = start; index < start + 6 && !isHouseNumber(words, index); index += 1) {
		if (isEnglishStreet(words[index])) return endOfStreet(words, index);
		const next = words[index + 1];
		const isLast = endsPart(words[index]) || next === undefined;
		// "Queen Elizabeth Boulevard North", "Prince Albert Avenue Suite 300".
		const isFollowed = isCompassPoint(next) || isDoor(next) || isFloor(next);
		if (index > start && isEnglishLastWord(words[index]) && (isLast || isFollowed))
			return !isLast && isCompassPoint(next) ? index + 1 : index;
		if (isLast) return undefined;
	}
	return undefined;
}

/** The number before the street: "14 rue …", "12, avenue …"; a number at the very beginning as well. */
function streetAfter(words: readonly string[], { from, to }: Span): Span | undefined {
	const next = to + 1;
	if (words[next] === undefined) return undefined;
	if (!opensStreet(words, next)) {
		if (endsPart(words[to])) return undefined;
		const english = englishStreetEnd(words, next);
		return english !== undefined ? { from, to: english } : from === 0 ? { from, to: next } : undefined;
	}
	const end = endOfStreet(words, next);
	// "Vista Alegre 12 Calle Olivo 3": of two numbers such a street has the one behind it.
	return isNumberedBehind(words[next]) && isHouseNumber(words, end + 1) ? undefined : { from, to: end };
}

/** The street before the number: "Calle Azahar, 25", "Dorfstrasse 3". */
function streetBefore(words: readonly string[], { from, to }: Span): Span | undefined {
	if (from === 0) return undefined;
	for (let start = from - 1; start >= 0; start -= 1) {
		if (start < from - 1 && endsPart(words[start])) break;
		// "Maison de la Presse 3" is a place of its own, "Calle del Parque 5" a street.
		if (isPlace(words[start]) && !isConnector(words[start - 1])) break;
		if (isStreetType(words[start])) return { from: openerBefore(words, start), to };
		if (isStreetName(words[start])) return { from: startOfStreet(words, start), to };
	}
	return undefined;
}

/** "112 La Canebière", else the number behind the word before it: "Gammelby 3", "Auf der Burg 1a". */
function nearestWord(words: readonly string[], { from, to }: Span): Span | undefined {
	const next = to + 1;
	if (!endsPart(words[to]) && isArticle(words[next]) && words[next + 1] !== undefined)
		return { from, to: Math.max(next + 1, endOfStreet(words, next)) };
	if (from === 0 || endsPart(words[from - 1])) return undefined;
	let start = from - 1;
	while (isOpener(words[start - 1]) || isConnector(words[start - 1])) start -= 1;
	return { from: start, to };
}

/** Streets with their numbers, in the order of the words. */
function streetSpans(words: readonly string[]): Span[] {
	const spans: Span[] = [];
	const reserved = () => spans.at(-1)?.to ?? -1;
	for (const index of words.keys()) {
		if (index <= reserved() || !isHouseNumber(words, index)) continue;
		const number = numberSpan(words, index);
		const span = streetAfter(words, number) ?? streetBefore(words, number) ?? nearestWord(words, number);
		if (span && span.from > reserved()) spans.push(span);
	}
	return spans;
}

/** A street without a number: "Calle Simón Carpintero, parcela 92". */
function unnumberedSpans(words: readonly string[], numbered: readonly Span[]): Span[] {
	return [...words.keys()]
		.filter((index) => isStreetType(words[index]) && !numbered.some(({ from, to }) => index >= from && index <= to))
		.filter((index) => !isDoor(words[index]) || !startsWithDigit(words[index + 1]))
		.map((from) => {
			// "C/ Gran Vía 585" begins twice.
			const next = numbered.find((span) => span.from > from)?.from ?? words.length;
			return { from, to: Math.min(endOfStreet(words, from), next - 1) };
		});
}

/** Parts of a door: "bus 12", "esc. izda", "2ème étage", "porte gauche", "c/o Müller". */
function isDoorPair(before: string | undefined, word: string | undefined): boolean {
	if (endsPart(before)) return false;
	if (isDoor(before) && word !== undefined)
		return /^\d|^\p{L}{1,2}\d*$/u.test(word.replace(/[,;.]$/, '')) || isSide(word);
	if (isFloor(before) && (startsWithDigit(word) || isSide(word))) return true;
	return (isOrdinal(before) && isFloor(word)) || before?.toLowerCase() === 'c/o';
}

/** "8 Mai", "Mai 1945". */
const isDatePair = (before: string | undefined, word: string | undefined) =>
	(isNumber(before) && isMonth(word)) || (isMonth(before) && isYear(word));

/** Before or after the sign of "13 à 15". */
const isInsideRange = (words: readonly string[], index: number) =>
	isRangeEnd(words, index) || isRangeEnd(words, index + 1);

/** The cost of a line break before each word but the first. `isBorder`: the user began a field there. */
export function breakCosts(words: readonly string[], isBorder: (index: number) => boolean): number[] {
	const numbers = [...words.keys()].filter((index) => isHouseNumber(words, index));
	const numbered = streetSpans(words);
	const spans = [...numbered, ...unnumberedSpans(words, numbered)];
	const opensNumbered = (index: number) => numbered.some(({ from }) => from === index);
	const isInside = (index: number) => spans.some(({ from, to }) => index > from && index <= to);
	return words.map((word, index) => {
		const before = words[index - 1];
		if (index === 0) return 0;
		if (isBorder(index)) return 0;
		if (isInsideRange(words, index)) return COST.insideNumber;
		if (isNumberSign(before)) return COST.insideNumber;
		if (isSuffix(word) && (isNumber(before) || isBis(before)) && !endsPart(before) && !isStreetType(word))
			return COST.insideNumber;
		if (isInside(index) && (numbers.includes(index) || numbers.includes(index - 1) || isSuffix(before)))
			return COST.house;
		if (isInside(index) && isNumberSign(word)) return COST.house;
		if ((isDoorPair(before, word) && !opensNumbered(index)) || isDatePair(before, word)) return COST.door;
		if (startsWithDigit(word) && !opensNumbered(index) && !isInside(index))
			return endsPart(before) ? COST.afterConnector : COST.doorFirst;
		const base = endsPart(before) ? COST.comma : isPlace(word) ? COST.place : COST.word;
		return base + (isInside(index) ? COST.street : 0) + (isConnector(before) ? COST.afterConnector : 0);
	});
}
