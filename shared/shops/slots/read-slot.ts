import type { OrderProblem, Slot } from '../../delivery/request';
import { toMoment } from '../../delivery/time';
import { quote } from '../read-json';
import { fieldKey, type OrderFields } from '../order-fields';
import { clockText, readClock, type ClockReading } from './clock';
import { textsOf, timeText } from './fields';
import { dayPiece, type Piece } from './moment';
import type { DayFormat, Field, SlotPlugin, TimeFormat } from './plugin';
import { applyRules, nextDay, type Wish } from './rules';
import type { SlotSettings } from './settings';
import { isBareTimeLabel, isDayLabel, isEndLabel, isTimeLabel } from './labels';
import { readShopDay } from './day';
import { labelled } from './table';

export type SlotReading = { slot: Slot } | { problem: OrderProblem };

export interface SlotContext {
	plugins: readonly SlotPlugin[];
	settings: SlotSettings;
	zone: string;
	now: number;
}

const problem = (found: string, message: string): { problem: OrderProblem } => ({
	problem: { field: 'slot', found, message },
});

/** Fields that a person chose outrank the table. */
function chosenPlugin({ fields }: SlotSettings): SlotPlugin[] {
	if (fields === null || (fields.day === null && fields.time === null)) return [];
	const day = fieldKey(fields.day ?? fields.time ?? '');
	return [
		{
			id: 'chosen',
			title: 'Chosen fields',
			day: [
				{ key: day, as: 'ymd' },
				{ key: day, as: 'shop' },
			],
			time: fields.time === null ? [] : [{ key: fieldKey(fields.time), as: 'text' }],
			end: [],
		},
	];
}

const isSpan = (text: string) => readClock(text).kind === 'span';

/** Labels that nobody knows beforehand count where a day stands under them, or beside a day that was found. */
function wordedPlugin(fields: OrderFields, format: string | null): SlotPlugin {
	const keys = fields.keys();
	const day = keys
		.filter(isDayLabel)
		.map((key) => ({ key, as: 'shop' as const }))
		.filter((field) => textsOf(field, fields).some((text) => readShopDay(text, format).kind !== 'unreadable'));
	const times = keys
		.map((key) => ({ key, as: 'text' as const }))
		.filter((field) => isTimeLabel(field.key) || (isBareTimeLabel(field.key) && textsOf(field, fields).some(isSpan)));
	return {
		id: 'worded',
		title: 'Delivery date in words of the shop',
		day,
		time: times.filter(({ key }) => !isEndLabel(key)),
		end: times.filter(({ key }) => isEndLabel(key)),
	};
}

interface Found<Format> {
	text: string;
	as: Format;
}

const found = <Format>(fields: readonly Field<Format>[], orderFields: OrderFields): Found<Format>[] =>
	fields.flatMap((field) => textsOf(field, orderFields).map((text) => ({ text, as: field.as })));

type DayRead = { piece: Piece; text: string };
type Conflict = { conflict: readonly string[] };

const dayIn = (piece: Piece): string | null => (piece.kind === 'day' || piece.kind === 'wall' ? piece.day : null);

/** The first field that can be read: epoch, year first, the shop's own way. */
function readDay(values: readonly Found<DayFormat>[], zone: string, format: string | null): DayRead | Conflict | null {
	const readAs = (value: Found<DayFormat>) => ({ ...value, piece: dayPiece(value.text, value.as, zone, format) });
	const reads: ReturnType<typeof readAs>[] = [];
	for (const value of values) {
		const last = reads.at(-1);
		const settled = last !== undefined && (dayIn(last.piece) !== null || last.piece.kind === 'asap');
		// Skip formats that are less reliable than a field already read. Another line may still name another day in the
		// same format.
		if (settled && value.as !== last.as && value.as !== 'ymd') break;
		reads.push(readAs(value));
	}
	const best =
		reads.find(({ piece }) => dayIn(piece) !== null || piece.kind === 'asap') ??
		reads.find(({ piece }) => piece.kind === 'ambiguous') ??
		reads[0];
	if (best === undefined) return null;
	// Lines of one order may each name a day; a label and a hidden field may name one day in two ways.
	const rival = reads.find(
		({ as, piece }) =>
			as === best.as && dayIn(piece) !== null && dayIn(best.piece) !== null && dayIn(piece) !== dayIn(best.piece),
	);
	if (rival !== undefined) return { conflict: [best.text, rival.text] };
	const yearFirst = reads.find(({ as, piece }) => as === 'ymd' && dayIn(piece) !== null);
	const day = yearFirst === undefined ? null : dayIn(yearFirst.piece);
	if (yearFirst === undefined || day === null || (best.piece.kind !== 'day' && best.piece.kind !== 'wall')) return best;
	// Old versions compute the epoch from a wall clock, so the day may be right only in UTC.
	if (best.piece.day !== day && best.piece.utcDay !== day) return { conflict: [best.text, yearFirst.text] };
	return best.piece.day === day ? best : yearFirst;
}

/** In a time field, only the clock time of a full moment counts. A day alone gives no time. */
function clockFields(fields: readonly Found<TimeFormat>[], zone: string, midnight: '00:00' | null): string[] {
	return fields.flatMap(({ text, as }) => {
		const piece = dayPiece(text, as === 'epoch' ? 'epoch' : 'ymd', zone, null);
		if (piece.kind === 'wall') return [piece.wall.slice(11)];
		if (piece.kind === 'day' && readClock(text).kind !== 'span') return midnight ?? [];
		return as === 'epoch' ? [] : [timeText(text, as)];
	});
}

type TimeRead = { clock: ClockReading; text: string };

/** "25/11/2026 14:00 - 16:00" in the field of the time. */
function dayAmong(times: readonly Found<TimeFormat>[], zone: string, format: string | null): DayRead | Conflict | null {
	const day = readDay(
		times.flatMap(({ text, as }) => (as === 'text' ? [{ text, as: 'shop' as const }] : [])),
		zone,
		format,
	);
	return day === null || 'conflict' in day || dayIn(day.piece) !== null || day.piece.kind === 'ambiguous' ? day : null;
}

/** The same in the field of the day. */
function spanIn(day: DayRead | null): TimeRead | null {
	if (day?.piece.kind !== 'day') return null;
	const clock = readClock(day.text);
	return clock.kind === 'span' ? { clock, text: day.text } : null;
}

/** The clock of a row: one text for both ends, or one for each. */
function readTime(
	row: { times: readonly Found<TimeFormat>[]; ends: readonly Found<TimeFormat>[] },
	zone: string,
): TimeRead | Conflict | null {
	const times = clockFields(row.times, zone, null);
	const [end] = clockFields(row.ends, zone, '00:00');
	const reads = times
		.map((time) => (end === undefined || isSpan(time) ? time : `${time} - ${end}`))
		.map((text) => ({ text, clock: readClock(text) }));
	const best = reads[0];
	if (best === undefined) return null;
	const rival = reads.find(
		({ clock }) =>
			clock.kind !== 'unreadable' &&
			best.clock.kind !== 'unreadable' &&
			JSON.stringify(clock) !== JSON.stringify(best.clock),
	);
	return rival === undefined ? best : { conflict: [best.text, rival.text] };
}

const LONGEST_OVER_MIDNIGHT = 720;

/** Both ends as moments. An end before its start is on the next day, where that makes no half a day. */
function windowOf(
	day: string,
	start: number,
	end: number | null,
	zone: string,
): { start: string; end: string | null } | null {
	const from = toMoment(`${day} ${clockText(start)}`, zone);
	if (from === undefined) return null;
	if (end === null || end === start) return { start: from, end: null };
	const over = end <= start || end === 1440;
	if (end <= start && end + 1440 - start > LONGEST_OVER_MIDNIGHT) return null;
	const to = toMoment(`${over ? nextDay(day) : day} ${clockText(end % 1440)}`, zone);
	return to === undefined ? null : { start: from, end: to };
}

const severalSlots = ({ conflict }: Conflict) =>
	problem(conflict.join(', '), `The order names more than one slot: ${conflict.map(quote).join(' and ')}.`);

const notReadable = (text: string) =>
	problem(
		text,
		`The slot ${quote(text)} cannot be read as a time such as 14:00 - 16:00. Correct it in the order, or give a slot here.`,
	);

function wishOf(day: DayRead | null, time: TimeRead | null, zone: string): Wish | { problem: OrderProblem } {
	const text = [...new Set([day?.text, time?.text])].filter((part) => part !== undefined).join(', ');
	const piece = day?.piece;
	if (piece?.kind === 'ambiguous') {
		return problem(
			day?.text ?? '',
			`The date ${quote(day?.text)} may be ${piece.days[0]} or ${piece.days[1]}. Choose the date format of the shop.`,
		);
	}
	if (piece?.kind === 'unreadable')
		return problem(
			day?.text ?? '',
			`The date ${quote(day?.text)} cannot be read. Choose the date format of the shop, or give a slot here.`,
		);
	const at = piece?.kind === 'wall' || piece?.kind === 'day' ? piece.day : null;
	if (time?.clock.kind === 'unreadable') return notReadable(time.text);
	if (time?.clock.kind === 'asap' || (piece?.kind === 'asap' && time === null)) return { kind: 'asap', day: at, text };
	if (at === null) return problem(text, `The order names the time ${quote(text)} and no day.`);
	if (time === null && piece?.kind !== 'wall') return { kind: 'day', day: at, text };
	const wall = piece?.kind === 'wall' ? Number(piece.wall.slice(11, 13)) * 60 + Number(piece.wall.slice(14, 16)) : 0;
	const span =
		time?.clock.kind === 'span'
			? time.clock
			: { start: time?.clock.kind === 'start' ? time.clock.start : wall, end: null };
	const window = windowOf(at, span.start, span.end, zone);
	return window === null ? notReadable(time?.text ?? text) : { kind: 'window', ...window, text };
}

/** The slot of an order, or the text that cannot be read. */
export function readSlot(fields: OrderFields, { plugins, settings, zone, now }: SlotContext): SlotReading {
	const worded = wordedPlugin(fields, settings.dateFormat);
	const chosen = chosenPlugin(settings);
	for (const row of [...chosen, ...plugins, ...(worded.day.length === 0 ? [] : [worded])]) {
		const keys = [...row.day, ...row.time, ...row.end];
		const isThere = (field: Field<unknown>) => textsOf(field, fields).length > 0;
		if (!keys.some(isThere) || (row.both && !(row.day.some(isThere) && row.time.some(isThere)))) continue;
		const more = row.labels ? labelled : null;
		// What a shop worded itself fills the half that a plug-in leaves open.
		const rest = chosen.includes(row) ? null : worded;
		const times = found([...row.time, ...(more?.time ?? [])], fields);
		const day =
			readDay(found([...row.day, ...(more?.day ?? [])], fields), zone, settings.dateFormat) ??
			dayAmong(times, zone, settings.dateFormat) ??
			readDay(found(rest?.day ?? [], fields), zone, settings.dateFormat);
		if (day !== null && 'conflict' in day) return severalSlots(day);
		const ends = found(row.end.length > 0 ? row.end : (rest?.end ?? []), fields);
		const own = readTime({ times, ends }, zone) ?? spanIn(day);
		const time =
			own ?? (day?.piece.kind === 'day' ? readTime({ times: found(rest?.time ?? [], fields), ends }, zone) : null);
		if (time !== null && 'conflict' in time) return severalSlots(time);
		const wish = wishOf(day, time, zone);
		return 'problem' in wish ? wish : { slot: applyRules(wish, row.title, settings, { zone, now }) };
	}
	return { slot: applyRules(null, null, settings, { zone, now }) };
}
