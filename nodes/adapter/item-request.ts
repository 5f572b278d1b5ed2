import type { IExecuteFunctions } from 'n8n-workflow';

import type { Action } from '../../shared/declare/action';
import type { Carrier } from '../../shared/declare/carrier';
import { failed, success, type Result } from '../../shared/declare/failure';
import { isJsonObject, type JsonObject } from '../../shared/json';
import { bookingFields, settingsOf, type BookingSettings } from '../../shared/run/booking-settings';
import { readFields, rejectInput } from '../../shared/run/read-input';
import { withShopTexts } from '../../shared/run/shop-texts';
import { inputFiles } from './input-files';
import { openConnection, type ConnectionContext } from './ports';
import { readForm } from './read-form';
import type { Read } from './read-lines';
import { runReference, type RunKey } from './run-key';

/** The request of one item. */
export interface ItemRequest {
	connection: ConnectionContext;
	values: JsonObject;
	options: JsonObject;
	booking?: Partial<BookingSettings>;
	/** The maximum number of items to return. */
	limit?: number;
}

function bookingSettings(
	action: Action,
	options: JsonObject,
	key: RunKey,
): Result<Partial<BookingSettings> | undefined> {
	const settings = settingsOf(action);
	if (settings.length === 0) return success(undefined);
	const chosen = Object.fromEntries(settings.map((field) => [field.key, options[field.key]]));
	const { parsed, problems } = readFields(settings, bookingFields, chosen, 'UTC');
	if (!parsed.success) return rejectInput(settings, `"${action.title}" can be sent`, problems);
	// What `readFields` has read has passed these very fields.
	const { if_exists: ifExists, on_duplicate: onDuplicate } = bookingFields.parse(parsed.data);
	return success({ ifExists, onDuplicate, makeReference: (valuesAsRead) => runReference(key.of(valuesAsRead)) });
}

function limitOf(host: IExecuteFunctions, action: Action, index: number): number | undefined {
	if (!action.isList || host.getNodeParameter('returnAll', index, false) === true) return undefined;
	const limit = Number(host.getNodeParameter('limit', index, 50));
	return Number.isFinite(limit) ? Math.max(1, Math.floor(limit)) : 50;
}

/** n8n throws if an expression fails or the credential is missing. Here that becomes the item's failure. */
export async function readItemRequest(
	host: IExecuteFunctions,
	carrier: Carrier,
	action: Action,
	index: number,
	key: RunKey,
	read: Read,
): Promise<Result<ItemRequest>> {
	try {
		const connection = await openConnection(host, carrier, index, host.getExecutionCancelSignal());
		if (!connection.ok) return connection;
		const rawOptions = read('options');
		const options = isJsonObject(rawOptions) ? rawOptions : {};
		const booking = bookingSettings(action, options, key);
		if (!booking.ok) return booking;
		const ports = { ...connection.value.ports, files: inputFiles(host, index) };
		return success({
			connection: { ...connection.value, ports },
			values: withShopTexts(action.form, readForm(carrier, action, read)),
			options,
			booking: booking.value,
			limit: limitOf(host, action, index),
		});
	} catch (error) {
		return failed('invalid_input', error instanceof Error ? error.message : 'A field could not be read');
	}
}
