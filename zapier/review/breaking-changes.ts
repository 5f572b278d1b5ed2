import { plainFields, stepsOf, type Definition, type Field } from './definition';

const optional = (field: Field) => field.required !== true || field.default !== undefined;

/** The parts of today's app that a working Zap would miss in the next version. */
export function breakingChanges(before: Definition, after: Definition): string[] {
	const steps = new Map(stepsOf(after).map(({ where, step }) => [where, step]));
	const stepChanges = stepsOf(before).flatMap(({ where, step: old }) => {
		const now = steps.get(where);
		if (!now) return [`${where} is gone`];
		const inputs = new Map(plainFields(now.operation.inputFields).map((field) => [field.key, field]));
		const outputs = new Map(plainFields(now.operation.outputFields).map((field) => [field.key, field]));
		return [
			...((old.operation.type ?? '') === (now.operation.type ?? '')
				? []
				: [`${where} changes from ${old.operation.type} to ${now.operation.type}`]),
			...(old.display.hidden !== true && now.display.hidden === true ? [`${where} is hidden now`] : []),
			...plainFields(old.operation.inputFields).flatMap((field) => {
				const current = inputs.get(field.key);
				if (!current) return [`${where}: the field ${field.key} is gone`];
				return optional(field) && !optional(current) ? [`${where}: the field ${field.key} is required now`] : [];
			}),
			...plainFields(old.operation.outputFields).flatMap((field) => {
				const current = outputs.get(field.key);
				if (!current) return [`${where}: ${field.key} comes out no more`];
				return (field.primary ?? false) === (current.primary ?? false)
					? []
					: [`${where}: ${field.key} tells items apart otherwise`];
			}),
			...Object.keys(old.operation.sample ?? {}).flatMap((key) =>
				now.operation.sample && key in now.operation.sample ? [] : [`${where}: the sample has no ${key} any more`],
			),
		];
	});
	const known = new Set(plainFields(before.authentication?.fields).map((field) => field.key));
	return [
		...stepChanges,
		...Object.keys(before.searchOrCreates).flatMap((key) =>
			key in after.searchOrCreates ? [] : [`searchOrCreates.${key} is gone`],
		),
		...(before.authentication?.type === after.authentication?.type ? [] : ['the connection is of another type']),
		...(after.authentication?.fields ?? []).flatMap((field) =>
			!known.has(field.key) && !optional(field) ? [`the connection needs ${field.key} now`] : [],
		),
	];
}
