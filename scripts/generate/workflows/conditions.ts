import type { IDataObject } from 'n8n-workflow';

import type { Step } from './canvas';

const options = { caseSensitive: true, leftValue: '', typeValidation: 'loose', version: 3 };

interface Conditions extends IDataObject {
	conditions: IDataObject[];
	combinator: 'and' | 'or';
}

/** Items meet all of the conditions, or one of them. */
export const meet = (conditions: readonly IDataObject[], combinator: Conditions['combinator'] = 'and'): Conditions => ({
	options,
	conditions: [...conditions],
	combinator,
});

const exists = (field: string): IDataObject => ({
	id: `${field} exists `,
	leftValue: `={{ $json.${field} }}`,
	rightValue: '',
	operator: { type: 'string', operation: 'exists', singleValue: true },
});

const equals = (field: string, value: string, from = '$json'): IDataObject => ({
	id: `${field} equals ${value}`,
	leftValue: `={{ ${from}.${field} }}`,
	rightValue: value,
	operator: { type: 'string', operation: 'equals' },
});

const isNotEmpty = (expression: string): IDataObject => ({
	id: 'refusal notEmpty',
	leftValue: `={{ ${expression} }}`,
	rightValue: '',
	operator: { type: 'string', operation: 'notEmpty', singleValue: true },
});

const isTrue = (id: string, when: string): IDataObject => ({
	id,
	leftValue: `={{ ${when} }}`,
	rightValue: '',
	operator: { type: 'boolean', operation: 'true', singleValue: true },
});

export const filter = (name: string, at: Step['at'], conditions: Conditions): Step => ({
	name,
	type: 'n8n-nodes-base.filter',
	version: 2.3,
	at,
	parameters: { conditions, looseTypeValidation: true, options: {} },
});

/** Items whose field has one of the values. */
export const filterStep = (name: string, at: Step['at'], field: string, ...values: readonly string[]): Step =>
	filter(
		name,
		at,
		meet(
			values.map((value) => equals(field, value)),
			'or',
		),
	);

/** Answers of 200 that are a refusal. */
export const refusalFilter = (name: string, at: Step['at'], reason: string): Step =>
	filter(name, at, meet([isNotEmpty(reason)]));

/** Only items for which the expression is true. */
export const onlyStep = (name: string, at: Step['at'], when: string): Step =>
	filter(name, at, meet([isTrue(name, when)]));

/** Each item to the output of the first rule that it meets, or to one more. */
const sorter = (
	name: string,
	at: Step['at'],
	rules: readonly { output: string; condition: IDataObject }[],
	fallback: string,
): Step => ({
	name,
	type: 'n8n-nodes-base.switch',
	version: 3.4,
	at,
	parameters: {
		mode: 'rules',
		rules: {
			values: rules.map(({ output, condition }) => ({
				conditions: meet([condition]),
				renameOutput: true,
				outputKey: output,
			})),
		},
		looseTypeValidation: true,
		options: { fallbackOutput: 'extra', renameFallbackOutput: fallback },
	},
});

/** Items for which the expression gives a text go first, the others second. */
export const textSwitch = (
	name: string,
	at: Step['at'],
	expression: string,
	[first, second]: readonly [string, string],
): Step => sorter(name, at, [{ output: first, condition: isNotEmpty(expression) }], second);

/** One output for each case, and one more. A field `is` a text, or exists. `from`: an earlier item than the one that comes in. */
export const switchStep = (
	name: string,
	at: Step['at'],
	cases: readonly { output: string; field: string; is?: string; from?: string }[],
	fallback: string,
): Step =>
	sorter(
		name,
		at,
		cases.map(({ output, field, is, from }) => ({
			output,
			condition: is === undefined ? exists(field) : equals(field, is, from),
		})),
		fallback,
	);

/** One output for each case, the first that is true, and one more where none is. `when`: an expression. */
export const branchStep = (
	name: string,
	at: Step['at'],
	cases: readonly { output: string; when: string }[],
	fallback: string,
): Step =>
	sorter(
		name,
		at,
		cases.map(({ output, when }) => ({ output, condition: isTrue(output, when) })),
		fallback,
	);
