import { z } from 'zod/v4';

import type { Reading } from '../../declare/facts';
import { success } from '../../declare/failure';
import { out } from '../../delivery/delivery';

/** What is left of something deleted: Cubyn answers nothing. */
export const deletedItem = z.object({
	id: out.id('ID'),
	carrier: out.id('Carrier'),
	deleted: out.toggle('Is Deleted'),
	outcome: out.text('Outcome'),
	warnings: out.texts('Warnings'),
});

/** Deleted now, or not there: when the answer to the first try is lost, the second finds nothing. */
export function deletes<In extends { id: string | number }>(what: string): Readonly<Record<number, Reading<In>>> {
	const gone: Reading<In> = (_answer, { id }) => success([{ id: String(id), carrier: 'cubyn', deleted: true }]);
	const unknown: Reading<In> = (_answer, { id }) =>
		success([{ id: String(id), carrier: 'cubyn', deleted: true, outcome: 'already', warnings: [`Cubyn holds no ${what} with this number: it was deleted before, or never was there.`] }]);
	return { 200: gone, 202: gone, 204: gone, 404: unknown };
}
