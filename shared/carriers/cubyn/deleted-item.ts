import type { ItemOf } from '../../declare/action';
import type { Reading } from '../../declare/facts';
import { success } from '../../declare/failure';
import { provesNothing } from '../../declare/own-form';
import { parseJson } from '../../declare/reading';
import { isJsonObject } from '../../json';
import { outputField, outputItem } from '../../delivery/delivery';
import type { WireResponse } from '../../declare/wire';
import { whenNotFound } from './errors';

/** The item after a delete: Cubyn returns no body. */
export const deletedItem = outputItem(() => ({
	id: outputField.id('ID'),
	carrier: outputField.id('Carrier'),
	deleted: outputField.toggle('Is Deleted'),
	outcome: outputField.text('Outcome'),
	warnings: outputField.texts('Warnings'),
}));

type DeletedReading<In> = Reading<In, ItemOf<typeof deletedItem>>;

/** No page shows the answer to a delete: it may be empty, a count, or the item. Others may be a gateway's. */
function isOwnAnswer(response: WireResponse, id: string | number): boolean {
	const body = parseJson(response);
	if (isJsonObject(body))
		return Object.keys(body).length === 0 || String(body.id) === String(id) || 'deleted' in body || 'updated' in body;
	return response.text.trim() === '' || body === null || typeof body === 'number' || body === true;
}

/**
 * Deleted now, or not found: when the first try gets no response, or an answer that may be a gateway's, the second try
 * finds nothing.
 */
export function deleteReadings<In extends { id: string | number }>(noun: string) {
	const deletedNow: DeletedReading<In> = (response, input, facts) =>
		isOwnAnswer(response, input.id)
			? success([{ id: String(input.id), carrier: 'cubyn', deleted: true }])
			: provesNothing(response, input, facts);
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
