import type { Carrier } from '../../shared/declare/carrier';
import type { Access, HostConnection } from '../../shared/declare/connection';
import type { Result } from '../../shared/declare/failure';
import type { JsonObject } from '../../shared/json';
import { connect } from '../../shared/run/connect';

/** The last connections of each carrier, by their fields: a batch uses one for all items and requests. */
const MOST_REMEMBERED = 20;
const remembered = new WeakMap<Carrier, Map<string, Result<Access>>>();

/** Reads the fields of a connection, once as long as they stay the same. */
export function readConnection(carrier: Carrier, fields: JsonObject, host?: HostConnection): Result<Access> {
	const known = remembered.get(carrier) ?? new Map<string, Result<Access>>();
	remembered.set(carrier, known);
	const key = JSON.stringify([fields, host?.id, host?.granted]);
	const found = known.get(key);
	if (found) return found;
	const read = connect(carrier, fields, host);
	if (known.size >= MOST_REMEMBERED) known.clear();
	known.set(key, read);
	return read;
}
