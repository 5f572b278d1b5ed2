import { failureTable } from '../../shared/declare/failure';
import { page, table } from './markdown';

const retries = { safe: 'safe', lookup: 'look first', never: 'not without a change' } as const;

/** The table of failures, for people who branch on them. */
export const failures = (): string =>
	page([
		'# Failures',
		'A step that fails returns one of these codes, what happened, and what to do next. The codes are stable. Written from `shared/declare/failure.ts`; do not edit by hand.',
		table(
			['Code', 'HTTP class', 'Run it again', 'What to do'],
			Object.entries(failureTable).map(([code, { http, retry, advice }]) => [
				`\`${code}\``,
				String(http),
				retries[retry],
				advice,
			]),
		),
	]);
