import type { Exchange } from '../framework/context';
import { invalidRequest } from './api-error';

const MAX_COUNT = 100;

export const PAGE_QUERY = ['count', 'cursor'] as const;

/** The requested page. The last page has no header. */
export function pageOf<T extends { seq: number }>(
	{ url }: Pick<Exchange, 'url'>,
	all: readonly T[],
): { page: T[]; headers: Record<string, string> } {
	const count = readCount(url.searchParams.get('count'));
	const after = readCursor(url.searchParams.get('cursor'));
	const rest = all.filter(({ seq }) => seq > after);
	const page = rest.slice(0, count);
	const last = page.at(-1);
	const more = last !== undefined && rest.length > page.length;
	return { page, headers: more ? { 'x-cursor-next': writeCursor(last.seq) } : {} };
}

function readCount(text: string | null): number {
	if (text === null) return MAX_COUNT;
	const count = /^\d{1,4}$/.test(text) ? Number(text) : 0;
	if (count < 1 || count > MAX_COUNT) throw invalidRequest(`count must be from 1 to ${MAX_COUNT}`);
	return count;
}

/** It names the last item seen, so that items which go away meanwhile do not move the next page. */
function writeCursor(seq: number): string {
	return Buffer.from(`after:${seq}`).toString('base64url');
}

function readCursor(text: string | null): number {
	if (text === null) return -1;
	const seq = /^after:(\d+)$/.exec(Buffer.from(text, 'base64url').toString('utf8'))?.[1];
	if (seq === undefined) throw invalidRequest('cursor is invalid');
	return Number(seq);
}
