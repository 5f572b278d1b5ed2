import type { Step } from './canvas';

const options = { caseSensitive: true, leftValue: '', typeValidation: 'loose', version: 3 };

const isTrue = (id: string, when: string) => ({
	options,
	conditions: [
		{
			id,
			leftValue: `={{ ${when} }}`,
			rightValue: '',
			operator: { type: 'boolean', operation: 'true', singleValue: true },
		},
	],
	combinator: 'and',
});

/** One output for each case, the first that is true, and one more where none is. `when`: an expression. */
export const branchStep = (
	name: string,
	at: Step['at'],
	cases: readonly { output: string; when: string }[],
	fallback: string,
): Step => ({
	name,
	type: 'n8n-nodes-base.switch',
	version: 3.4,
	at,
	parameters: {
		mode: 'rules',
		rules: {
			values: cases.map(({ output, when }) => ({
				conditions: isTrue(output, when),
				renameOutput: true,
				outputKey: output,
			})),
		},
		looseTypeValidation: true,
		options: { fallbackOutput: 'extra', renameFallbackOutput: fallback },
	},
});

/** Only items for which the expression is true. */
export const onlyStep = (name: string, at: Step['at'], when: string): Step => ({
	name,
	type: 'n8n-nodes-base.filter',
	version: 2.3,
	at,
	parameters: { conditions: isTrue(name, when), looseTypeValidation: true, options: {} },
});
