import type { IExecuteFunctions } from 'n8n-workflow';

import type { Action } from '../../shared/declare/action';
import type { Failure, Problem } from '../../shared/declare/failure';
import { isJsonObject, type Json } from '../../shared/json';
import { rejectInput } from '../../shared/run/read-input';
import { layoutOf, type FormElement } from './layout';
import { ADDED_LIST, ENTRIES, FROM_LIST, fromName, listName } from './table';
import { toJson } from './to-json';

/** n8n keeps an expression as a text that starts with an equals sign. */
const isExpression = (value: Json | undefined): boolean =>
	typeof value === 'string' && value.startsWith('=') && value.includes('{{');

const isAt = (path: readonly PropertyKey[], other: readonly PropertyKey[]) =>
	path.length === other.length && path.every((step, index) => step === other[index]);

const inside = (value: Json | undefined, key: string) => (isJsonObject(value) ? value[key] : undefined);
const entriesIn = (added: Json | undefined) => inside(inside(added, ADDED_LIST), ENTRIES);

/** The parameter as its author left it, before n8n evaluated it. */
function writtenAt(element: FormElement, path: readonly PropertyKey[], parameters: Json): Json | undefined {
	const written = (name: string) => (isJsonObject(parameters) ? parameters[name] : undefined);
	if (element.kind === 'single') {
		if (!isAt(element.leaf.path, path)) return undefined;
		const value = written(element.leaf.name);
		return isJsonObject(value) ? value.value : value;
	}
	if (element.kind === 'collection') {
		const leaf = element.leaves.find((each) => isAt(each.path, path));
		const table = element.tables.find(({ field }) => isAt(field.path, path));
		const values = written(element.name);
		if (!isJsonObject(values)) return undefined;
		return leaf ? values[leaf.key] : table && entriesIn(values[listName(table.field.name)]);
	}
	const { name } = element.field;
	return isAt(element.field.path, path) && written(fromName(name)) === FROM_LIST ? written(listName(name)) : undefined;
}

const isAboutNothing = ({ message }: Problem) => message === 'is missing' || message.startsWith('needs at least one');

/**
 * "Street is missing" misleads whoever sees an expression in that field: the expression is there, and gave nothing for
 * this item.
 */
export function explainEmptyExpressions(host: IExecuteFunctions, action: Action, failure: Failure): Failure {
	if (failure.code !== 'invalid_input' || !failure.problems) return failure;
	const parameters = toJson(host.getNode().parameters) ?? {};
	const layout = layoutOf(action);
	const problems = failure.problems.map((problem) => {
		const isEmptyExpression =
			isAboutNothing(problem) && layout.some((element) => isExpression(writtenAt(element, problem.path, parameters)));
		return isEmptyExpression ? { ...problem, message: 'is empty, because its expression gave nothing' } : problem;
	});
	if (problems.every((problem, index) => problem === failure.problems?.[index])) return failure;
	const { message, problems: explained } = rejectInput(action.form, `"${action.title}" can be sent`, problems).failure;
	return { ...failure, message, problems: explained };
}
