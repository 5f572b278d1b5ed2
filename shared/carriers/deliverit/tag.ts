import type { Problem } from '../../declare/failure';
import { decodeEntities } from '../../delivery/html-entities';

/**
 * DI2 has no reference field, so the remarks start with it: "[ref:WC-1042] Ring twice". The brackets separate it from
 * phone numbers and door codes. Where the list alone would show another day, the requested time follows, because DI6
 * lists times without their day. Remarks may come back escaped or in another case.
 */
const TAG = /^\s*\[\s*ref:\s*([^[\]]+?)\s*\]\s*(?:\[\s*for:\s*(\d{4}-\d{2}-\d{2} \d{2}:\d{2})\s*\]\s*)?/i;

export interface Tagged {
	/** The remarks without the tag. */
	note: string | null;
	reference: string | null;
	/** Requested time as a Copenhagen wall clock shows it. */
	requestedTime?: string;
}

export function writeTag(
	note: string | undefined,
	reference: string | undefined,
	requestedTime: string | undefined,
): string | undefined {
	if (reference === undefined) return note;
	return [`[ref:${reference}]`, requestedTime === undefined ? undefined : `[for:${requestedTime}]`, note]
		.filter((part) => part !== undefined)
		.join(' ');
}

/** PHP escapes text for its pages. This reverts it, so that the text compares as it was sent. */
const unescaped = (text: string): string =>
	decodeEntities(text.replace(/&(?:lsqb|lbrack);/g, '[').replace(/&(?:rsqb|rbrack);/g, ']'));

export function readTag(remarks: string | null): Tagged {
	const text = (remarks ?? '').slice(0, 10_000);
	const readable = TAG.test(text) ? text : unescaped(text);
	const match = TAG.exec(readable);
	if (!match) return { note: remarks, reference: null };
	const note = readable.slice(match[0].length);
	return { note: note === '' ? null : note, reference: match[1] ?? null, requestedTime: match[2] };
}

/** Text that would make the tag unreadable, or make the remarks look like a tag. */
export function checkTag(note: string | undefined, reference: string | undefined): Problem[] {
	const problems: Problem[] = [];
	if (reference !== undefined && /[[\]\p{Cc}]/u.test(reference)) {
		problems.push({
			path: ['reference'],
			message:
				'must be without square brackets and line breaks, because it is written into the remarks between brackets',
		});
	}
	if (reference === undefined && note !== undefined && TAG.test(note)) {
		problems.push({ path: ['remarks'], message: 'must not begin with "[ref:…]". Put that number under Reference' });
	}
	return problems;
}
