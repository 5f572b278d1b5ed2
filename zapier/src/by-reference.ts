import type { Action } from '../../shared/declare/action';
import type { Find } from '../../shared/declare/booking';
import type { Item } from '../../shared/declare/facts';
import type { Form } from '../../shared/declare/form';
import type { JsonObject } from '../../shared/declare/json';
import { success, type Result } from '../../shared/declare/failure';
import { lookUp, type Look } from '../../shared/run/look-up';
import type { Order } from '../../shared/run/perform';
import { perform } from '../../shared/run/perform';
import { CALL_BUDGET_MS } from '../../shared/run/retry';
import type { Ports } from '../../shared/run/ports';
import { refuse } from '../../shared/run/read-input';
import { readAccess } from './access';
import { byReferenceKey, byReferenceTitle, createKey, labelOf, nounOf, oneOf, searchKey, type Desk } from './desk';
import { step } from './errors';
import { withFiles } from './files';
import { formFields } from './input-fields';
import { nested } from './input-values';
import { throttleOf } from './limits';
import { outputFields } from './output-fields';
import type { Search, SearchOrCreate } from './platform';
import { portsOf } from './ports';
import { sampleItem } from './sample';
import { titled } from './words';

type FindByReference = Find<unknown> & { reference: string };

/** A booking that its reference alone finds again: the look-up asks for nothing else. */
export function findsByReference({ find }: Action): FindByReference | undefined {
	const reference = find?.reference;
	return find && reference !== undefined && find.action.form.some((field) => field.key === reference) ? { ...find, reference } : undefined;
}

/** A look-up that reads the one thing of a reference is a search by itself already. */
export const isOwnSearch = ({ action }: FindByReference): boolean => action.many !== true;

/** What the look-up asks for: the reference, and where the connection reaches several places, which of them. */
const askedOf = (action: Action, { reference }: FindByReference): Form =>
	action.form.filter((field) => field.key === reference || field.forConnection !== undefined).map((field) => (field.key === reference ? { ...field, required: true } : field));

/** The live bookings of a reference, as a new booking of the same reference would find them. */
async function bookingsOf(action: Action, order: Pick<Order, 'carrier' | 'access'>, input: JsonObject, reference: string, ports: Ports): Promise<Result<Item[]>> {
	const deadline = ports.now() + CALL_BUDGET_MS;
	const look: Look = async (read, values, steady) => await perform({ ...order, action: read, values, deadline }, steady);
	const facts = { now: ports.now(), access: order.access, needed: {}, files: {} };
	return await lookUp({ passage: { carrier: order.carrier, action, input, facts, deadline }, reference, look, ports });
}

export function byReferenceOf(desk: Desk, action: Action, find: FindByReference): Search {
	const { carrier } = desk;
	const key = byReferenceKey(desk, action);
	const form = askedOf(action, find);
	return {
		key,
		noun: nounOf(desk, action),
		display: {
			label: labelOf(desk, byReferenceTitle(desk, action)),
			description: `Finds the live ${oneOf(desk, action)} of a reference, leaving out cancelled ones.`,
		},
		operation: {
			...formFields(desk, form, nounOf(desk, action), key),
			perform: async (z, bundle) =>
				await step(z, async () => {
					const access = readAccess(desk, bundle);
					if (!access.ok) return access;
					const asked = nested(form, bundle.inputData);
					const given = String(asked[find.reference] ?? '').trim();
					// An empty reference would find every booking of the account.
					if (given === '') return refuse(form, 'the search can start', [{ path: [find.reference], message: 'is missing' }]);
					const found = await bookingsOf(action, { carrier, access: access.value }, { ...asked, [find.reference]: given }, given, portsOf(z));
					return found.ok ? success(found.value.map((item) => withFiles(z, desk, item, action.files))) : found;
				}),
			outputFields: outputFields(action.output),
			sample: sampleItem(carrier, action),
			throttle: throttleOf(carrier, action),
		},
	};
}

export function findOrCreateOf(desk: Desk, action: Action, find: FindByReference): SearchOrCreate {
	const one = oneOf(desk, action);
	const search = isOwnSearch(find) ? searchKey(desk, find.action) : byReferenceKey(desk, action);
	return {
		key: search,
		display: { label: labelOf(desk, `Find or Create ${titled(one)}`), description: `Finds the live ${one} of a reference, or books it.` },
		search,
		create: createKey(desk, action),
	};
}
