import type { Carrier } from '../../shared/declare/carrier';
import { failed, type Result } from '../../shared/declare/failure';
import { CARRIER_FIELD } from './access';
import { hostError } from './errors';
import type { HostField } from './input-fields';
import type { Bundle, Create, PlainInputField, PlainOutputField, Search, ZObject } from './platform';

type Step = Create | Search;

interface CarrierStep<S extends Step> {
	carrier: Carrier;
	step: S;
}

const isPlain = (field: HostField): field is PlainInputField => typeof field !== 'function';

function chosen<S extends Step>(steps: readonly CarrierStep<S>[], bundle: Bundle): CarrierStep<S> | undefined {
	const id = (bundle.authData[CARRIER_FIELD] ?? '').trim().toLowerCase();
	return steps.find(({ carrier }) => carrier.id === id);
}

const noCarrier = (steps: readonly CarrierStep<Step>[]): Result<never> =>
	failed(
		'wrong_connection',
		`This step needs a connection of one of: ${steps.map(({ carrier }) => carrier.title).join(', ')}`,
	);

/** The fields that every carrier's step has, and then those of the connection's own carrier. */
function inputFieldsOf(steps: readonly CarrierStep<Step>[]): HostField[] {
	// The platform's type is wider: these fields were made here.
	const fieldsOf = ({ step }: CarrierStep<Step>) => (step.operation.inputFields ?? []) as HostField[];
	const [first, ...others] = steps;
	if (!first) return [];
	const isShared = (field: HostField) =>
		isPlain(field) && others.every((other) => fieldsOf(other).some((each) => isPlain(each) && each.key === field.key));
	const own = async (z: ZObject, bundle: Bundle): Promise<PlainInputField[]> => {
		const match = chosen(steps, bundle);
		if (!match) return [];
		const fields = fieldsOf(match).filter((field) => !isShared(field));
		const resolved = await Promise.all(
			fields.map(async (field) => (isPlain(field) ? [field] : await field(z, bundle))),
		);
		return resolved.flat();
	};
	return [...fieldsOf(first).filter(isShared), own];
}

const byKey = <F extends { key: string }>(lists: readonly (readonly F[])[]): F[] => [
	...new Map(lists.flat().map((field) => [field.key, field])).values(),
];

const groupsOf = (steps: readonly CarrierStep<Step>[]) =>
	byKey(steps.map(({ step }) => step.operation.inputFieldGroups ?? []));

/** One step for all carriers: the connection decides which carrier's runs. */
export function byConnection<S extends Step>(steps: readonly CarrierStep<S>[]): S {
	const [first] = steps;
	if (!first) throw new Error('There is no step to choose from');
	const { step, carrier } = first;
	const { inputFieldGroups, ...operation } = step.operation;
	const groups = groupsOf(steps);
	// The same holds for the output fields.
	const outputs = byKey(steps.map((each) => (each.step.operation.outputFields ?? []) as PlainOutputField[]));
	const description = (step.display.description ?? '').replaceAll(carrier.title, "the connection's carrier");
	return {
		...step,
		display: { ...step.display, description },
		operation: {
			...operation,
			inputFields: inputFieldsOf(steps),
			...(groups.length > 0 && inputFieldGroups ? { inputFieldGroups: groups } : {}),
			outputFields: outputs,
			perform: async (z: ZObject, bundle: Bundle): Promise<unknown> => {
				const match = chosen(steps, bundle);
				const run = match?.step.operation.perform;
				if (typeof run !== 'function') {
					const none = noCarrier(steps);
					throw none.ok ? new Error('No carrier') : hostError(z, none.failure);
				}
				// Each step was built here, and its perform takes exactly these.
				return await (run as (z: ZObject, bundle: Bundle) => Promise<unknown>)(z, bundle);
			},
		},
		// The parts are those of a step of the same kind, with another way in.
	} as S;
}
