import { z } from 'zod/v4';

import type { ItemOf } from '../../declare/action';
import type { Reading } from '../../declare/facts';
import { success } from '../../declare/failure';
import { outputField } from '../../delivery/delivery';
import { whenNotFound } from './errors';

/** The item after a delete: Cubyn returns no body. */
export const deletedItem = z.object({
	id: outputField.id('ID'),
	carrier: outputField.id('Carrier'),
	deleted: outputField.toggle('Is Deleted'),
	outcome: outputField.text('Outcome'),
	warnings: outputField.texts('Warnings'),
});

type DeletedReading<In> = Reading<In, ItemOf<typeof deletedItem>>;

/** Deleted now, or not found: when the first try gets no response, the second try finds nothing. */
export function deleteReadings<In extends { id: string | number }>(noun: string) {
	const deletedNow: DeletedReading<In> = (_response, { id }) =>
		success([{ id: String(id), carrier: 'cubyn', deleted: true }]);
	const notThere: DeletedReading<In> = (_response, { id }) =>
		success([
			{
				id: String(id),
				carrier: 'cubyn',
				deleted: true,
				outcome: 'already_done',
				warnings: [`Cubyn holds no ${noun} with this number: it was deleted before, or never was there.`],
			},
		]);
	return { 200: deletedNow, 404: whenNotFound(notThere) };
}
