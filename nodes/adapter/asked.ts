import type { IExecuteFunctions } from 'n8n-workflow';

import type { Action } from '../../shared/declare/action';
import type { Carrier } from '../../shared/declare/carrier';
import { failed, success, type Result } from '../../shared/declare/failure';
import { isJsonObject, type JsonObject } from '../../shared/declare/json';
import { bookingFields, settingsOf, type BookingSettings } from '../../shared/run/booking-settings';
import { readFields, refuse } from '../../shared/run/read-input';
import { givenFiles } from './given-files';
import { plain } from './plain';
import { connected, type Connected } from './ports';
import { readForm } from './read-form';
import { runReference } from './run-key';

/** What one item asks for. */
export interface Asked {
	way: Connected;
	values: JsonObject;
	options: JsonObject;
	booking?: Partial<BookingSettings>;
	/** Items to hand over at most. */
	limit?: number;
}

function bookingSettings(action: Action, options: JsonObject, key: string): Result<Partial<BookingSettings> | undefined> {
	const settings = settingsOf(action);
	if (settings.length === 0) return success(undefined);
	const chosen = Object.fromEntries(settings.map((field) => [field.key, options[field.key]]));
	const { parsed, problems } = readFields(settings, bookingFields, chosen, 'UTC');
	if (!parsed.success) return refuse(settings, `"${action.title}" can be sent`, problems);
	// What `readFields` has read has passed these very fields.
	const { if_exists: ifExists, on_double: onDouble } = bookingFields.parse(parsed.data);
	return success({ ifExists, onDouble, runReference: runReference(key) });
}

function limitOf(host: IExecuteFunctions, action: Action, index: number): number | undefined {
	if (!action.many || host.getNodeParameter('returnAll', index, false) === true) return undefined;
	const limit = Number(host.getNodeParameter('limit', index, 50));
	return Number.isFinite(limit) ? Math.max(1, Math.floor(limit)) : 50;
}

/** n8n throws where an expression cannot be worked out or the credential is missing; here it becomes the item's failure. */
export async function askedOf(host: IExecuteFunctions, carrier: Carrier, action: Action, index: number, key: string): Promise<Result<Asked>> {
	try {
		const way = await connected(host, carrier, index, host.getExecutionCancelSignal());
		if (!way.ok) return way;
		const read = (name: string) => plain(host.getNodeParameter(name, index, null, { skipValidation: true }));
		const given = read('options');
		const options = isJsonObject(given) ? given : {};
		const booking = bookingSettings(action, options, key);
		if (!booking.ok) return booking;
		const ports = { ...way.value.ports, files: givenFiles(host, index) };
		return success({ way: { ...way.value, ports }, values: readForm(carrier, action, read), options, booking: booking.value, limit: limitOf(host, action, index) });
	} catch (error) {
		return failed('invalid_input', error instanceof Error ? error.message : 'A field could not be read');
	}
}
