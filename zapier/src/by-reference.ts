import type { Action, FoundByReference } from '../../shared/declare/action';
import { connectionInfo } from '../../shared/declare/connection';
import type { Item } from '../../shared/declare/facts';
import type { Form } from '../../shared/declare/form';
import type { JsonObject } from '../../shared/json';
import { success, type Result } from '../../shared/declare/failure';
import { lookUpOf } from '../../shared/run/booking-settings';
import { lookUp } from '../../shared/run/look-up';
import type { RunAction } from '../../shared/run/look-up-request';
import type { Job } from '../../shared/run/job';
import { perform } from '../../shared/run/perform';
import { CALL_BUDGET_MS } from '../../shared/run/retry';
import type { Ports } from '../../shared/run/ports';
import { rejectInput } from '../../shared/run/read-input';
import { readAccess } from './access';
import {
	byReferenceKey,
	byReferenceTitle,
	createKey,
	labelOf,
	nounOf,
	singularOf,
	searchKey,
	type AppContext,
} from './app-context';
import { runStep } from './errors';
import { withFiles } from './files';
import { formFields } from './input-fields';
import { nested } from './input-values';
import { throttleOf } from './limits';
import { outputFields } from './output-fields';
import type { Search, SearchOrCreate } from './platform';
import { portsOf } from './ports';
import { sampleItem } from './sample';
import { titleCase } from './wording';

type Find = FoundByReference<unknown>;

/** A booking that its reference alone can find. The look-up has no other input. */
export function findsByReference(action: Action): Find | undefined {
	const booking = action.kind === 'call' ? lookUpOf(action) : undefined;
	return booking?.foundBy === 'reference' && booking.action.form.some((field) => field.key === booking.reference)
		? booking
		: undefined;
}

/** A look-up that reads the single booking of a reference already is a search. */
export const isOwnSearch = ({ action }: Find): boolean => action.isList !== true;

/** Input of the look-up: the reference, and the place where the connection has several. */
const lookupForm = (action: Action, { reference }: Find): Form =>
	action.form
		.filter((field) => field.key === reference || field.forConnection !== undefined)
		.map((field) => (field.key === reference ? { ...field, required: true } : field));

/** The live bookings of a reference, found the same way as for a new booking. */
async function bookingsOf(
	find: Find,
	job: Pick<Job, 'carrier' | 'access'>,
	input: JsonObject,
	reference: string,
	ports: Ports,
): Promise<Result<Item[]>> {
	const deadline = ports.now() + CALL_BUDGET_MS;
	const runAction: RunAction = async (read, values, steady) =>
		await perform({ ...job, action: read, values, deadline }, steady);
	const facts = { now: ports.now(), access: connectionInfo(job.access), needed: {}, files: {} };
	return await lookUp({
		context: { ...job, input, facts, deadline },
		find,
		reference,
		runAction,
		ports,
	});
}

export function byReferenceOf(context: AppContext, action: Action, find: Find): Search {
	const { carrier } = context;
	const key = byReferenceKey(context, action);
	const form = lookupForm(action, find);
	return {
		key,
		noun: nounOf(context, action),
		display: {
			label: labelOf(context, byReferenceTitle(context, action)),
			description: `Finds the live ${singularOf(context, action)} of a reference, leaving out cancelled ones.`,
		},
		operation: {
			...formFields(context, form, nounOf(context, action), key),
			perform: async (z, bundle) =>
				await runStep(z, async () => {
					const access = readAccess(context, bundle);
					if (!access.ok) return access;
					const input = nested(form, bundle.inputData);
					const referenceText = String(input[find.reference] ?? '').trim();
					// An empty reference would find every booking of the account.
					if (referenceText === '')
						return rejectInput(form, 'the search can start', [{ path: [find.reference], message: 'is missing' }]);
					const found = await bookingsOf(
						find,
						{ carrier, access: access.value },
						{ ...input, [find.reference]: referenceText },
						referenceText,
						portsOf(z, access.value),
					);
					return found.ok ? success(found.value.map((item) => withFiles(z, context, item, action.files))) : found;
				}),
			outputFields: outputFields(action.output),
			sample: sampleItem(carrier, action),
			throttle: throttleOf(carrier, action),
		},
	};
}

export function findOrCreateOf(context: AppContext, action: Action, find: Find): SearchOrCreate {
	const noun = singularOf(context, action);
	const search = isOwnSearch(find) ? searchKey(context, find.action) : byReferenceKey(context, action);
	return {
		key: search,
		display: {
			label: labelOf(context, `Find or Create ${titleCase(noun)}`),
			description: `Finds the live ${noun} of a reference, or books it.`,
		},
		search,
		create: createKey(context, action),
	};
}
