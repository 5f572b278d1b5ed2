import type { Carrier } from '../declare/carrier';
import { isReady } from '../declare/auth';
import type { Access, HostConnection } from '../declare/connection';
import { credentialParts } from '../declare/credentials';
import { failed, success, type Result } from '../declare/failure';
import type { JsonObject } from '../json';
import { isZone } from '../delivery/time';
import { readFields, rejectInput } from './read-input';

/** Reads the fields of a connection as a host stores them: empty strings are absent, every problem is named at once. */
export function connect(carrier: Carrier, values: JsonObject, host?: HostConnection): Result<Access> {
	const { connection } = carrier;
	const known = Object.fromEntries(connection.form.map(({ key }) => [key, values[key]]));
	const { parsed, problems } = readFields(connection.form, connection.fields, known, 'UTC');
	if (!parsed.success) return rejectInput(connection.form, `the ${carrier.title} connection can be used`, problems);
	const missing = connection.form.filter(
		(field) => field.show && isShown(field.show, parsed.data) && !hasValue(parsed.data, field.key),
	);
	if (missing.length > 0) {
		return rejectInput(
			connection.form,
			`the ${carrier.title} connection can be used`,
			missing.map(({ key }) => ({ path: [key], message: 'is missing' })),
		);
	}
	const access = connection.accessOf(parsed.data, host);
	const headers = isReady(access.credentials) ? credentialParts(access.credentials).headers : {};
	const unsendable = Object.values(headers).some((value) => !/^[\t\x20-\x7e\x80-\xff]*$/.test(value));
	if (unsendable)
		return failed(
			'invalid_input',
			`The ${carrier.title} connection holds a character that cannot be sent, such as a line break or a typographic quote; type it again`,
		);
	// Check the zone first. Otherwise every time without an offset would be reported as wrong, without the real cause.
	if (!isZone(access.zone))
		return failed(
			'invalid_input',
			`"${access.zone}" in the ${carrier.title} connection is not a time zone. Use a name like Europe/Paris`,
		);
	return success(access);
}

function valueOf(fields: unknown, key: string): unknown {
	return Object.entries(typeof fields === 'object' && fields !== null ? fields : {}).find(
		([each]) => each === key,
	)?.[1];
}

const hasValue = (fields: unknown, key: string) => valueOf(fields, key) !== undefined;
/** A field that is shown for one choice only is needed for that choice. */
const isShown = (show: { field: string; is: readonly string[] }, fields: unknown) =>
	show.is.includes(String(valueOf(fields, show.field)));
