import type { Problem } from '../../declare/failure';

/**
 * DI2 knows no reference, so it travels at the head of the remarks, where no carrier cuts: "[ref:WC-1042] Ring twice".
 * For another day than today the asked time goes along, because DI6 tells times without their day.
 */
const TAG = /^\s*\[ref:([^[\]]+)\]\s*(?:\[for:(\d{4}-\d{2}-\d{2} \d{2}:\d{2})\]\s*)?/;

export interface Tagged {
	/** The remarks without the tag. */
	note: string | null;
	reference: string | null;
	/** Asked time as a Copenhagen wall clock showed it. */
	asked?: string;
}

export function writeTag(note: string | undefined, reference: string | undefined, asked: string | undefined): string | undefined {
	if (reference === undefined) return note;
	return [`[ref:${reference}]`, asked === undefined ? undefined : `[for:${asked}]`, note].filter((part) => part !== undefined).join(' ');
}

export function readTag(remarks: string | null | undefined): Tagged {
	const found = TAG.exec(remarks ?? '');
	if (!found) return { note: remarks ?? null, reference: null };
	const note = (remarks ?? '').slice(found[0].length);
	return { note: note === '' ? null : note, reference: found[1] ?? null, asked: found[2] };
}

/** Whatever would make the tag unreadable, or make somebody else's words look like one. */
export function checkTag(note: string | undefined, reference: string | undefined): Problem[] {
	const problems: Problem[] = [];
	if (reference !== undefined && /[[\]\p{Cc}]/u.test(reference)) {
		problems.push({ path: ['reference'], message: 'must be without square brackets and line breaks, because it is written into the remarks between brackets' });
	}
	if (reference === undefined && note !== undefined && TAG.test(note)) {
		problems.push({ path: ['remarks'], message: 'must not begin with "[ref:…]"; put that number under Reference' });
	}
	return problems;
}
