import { z } from 'zod/v4';

/** An app as the platform's definition command writes it: data, with marks in place of functions. */
const field = z.looseObject({
	key: z.string(),
	label: z.string().optional(),
	type: z.string().optional(),
	required: z.boolean().optional(),
	helpText: z.string().optional(),
	default: z.unknown().optional(),
	dynamic: z.string().optional(),
	search: z.string().optional(),
	list: z.boolean().optional(),
	dict: z.boolean().optional(),
	group: z.string().optional(),
	primary: z.boolean().optional(),
	inputFormat: z.string().optional(),
	choices: z.unknown().optional(),
	get children() {
		return z.array(field).optional();
	},
});

/** A function that makes fields appears as a text. */
const fields = z.array(z.union([field, z.string()])).optional();

const step = z.looseObject({
	key: z.string(),
	noun: z.string().optional(),
	display: z.looseObject({
		label: z.string().optional(),
		description: z.string().optional(),
		directions: z.string().optional(),
		hidden: z.boolean().optional(),
	}),
	operation: z.looseObject({
		type: z.string().optional(),
		perform: z.unknown().optional(),
		performList: z.unknown().optional(),
		performSubscribe: z.unknown().optional(),
		performUnsubscribe: z.unknown().optional(),
		inputFields: fields,
		inputFieldGroups: z.array(z.looseObject({ key: z.string(), label: z.string().optional() })).optional(),
		outputFields: fields,
		sample: z.record(z.string(), z.unknown()).optional(),
	}),
});

const definition = z.looseObject({
	version: z.string(),
	platformVersion: z.string(),
	flags: z.looseObject({ cleanInputData: z.boolean().optional() }).optional(),
	authentication: z
		.looseObject({ type: z.string(), connectionLabel: z.unknown().optional(), fields: z.array(field).optional() })
		.optional(),
	triggers: z.record(z.string(), step).default({}),
	searches: z.record(z.string(), step).default({}),
	creates: z.record(z.string(), step).default({}),
	searchOrCreates: z
		.record(
			z.string(),
			z.looseObject({
				key: z.string(),
				search: z.string(),
				create: z.string(),
				display: z.looseObject({ label: z.string().optional(), description: z.string().optional() }),
			}),
		)
		.default({}),
});

export type Definition = z.output<typeof definition>;
export type Step = z.output<typeof step>;
export type Field = z.output<typeof field>;
export type StepKind = 'triggers' | 'searches' | 'creates';

export const readDefinition = (json: unknown): Definition => definition.parse(json);

export const stepKinds: readonly StepKind[] = ['triggers', 'searches', 'creates'];

export interface LocatedStep {
	kind: StepKind;
	step: Step;
	/** "creates.create_delivery". */
	where: string;
}

export const stepsOf = (app: Definition, ...kinds: readonly StepKind[]): LocatedStep[] =>
	(kinds.length > 0 ? kinds : stepKinds).flatMap((kind) =>
		Object.entries(app[kind]).map(([key, step]) => ({ kind, step, where: `${kind}.${key}` })),
	);

/** The choices of a user. */
export const visibleSteps = (app: Definition, ...kinds: readonly StepKind[]): LocatedStep[] =>
	stepsOf(app, ...kinds).filter(({ step: each }) => each.display.hidden !== true);

export const plainFields = (declaredFields: Step['operation']['inputFields']): Field[] =>
	(declaredFields ?? []).filter((each) => typeof each !== 'string');

export interface LocatedField {
	field: Field;
	where: string;
	/** The field is part of a line item. */
	child: boolean;
}

function withChildren(parents: readonly Field[], where: string, child: boolean): LocatedField[] {
	return parents.flatMap((each) => [
		{ field: each, where: `${where}.${each.key}`, child },
		...withChildren(each.children ?? [], `${where}.${each.key}`, true),
	]);
}

/** Every input field of every step, those of line items too. */
export const inputsOf = (app: Definition): LocatedField[] =>
	stepsOf(app).flatMap(({ step: each, where }) => withChildren(plainFields(each.operation.inputFields), where, false));

export const authFieldsOf = (app: Definition): LocatedField[] =>
	withChildren(app.authentication?.fields ?? [], 'authentication', false);
