import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { ESLint, type Linter } from 'eslint';

import { actionProperties } from '../../nodes/adapter/action-properties';
import { anyCarrierProperties } from '../../nodes/adapter/any-carrier-form';
import { credentialProperties } from '../../nodes/adapter/credential-properties';
import { pollProperties, webhookProperties } from '../../nodes/adapter/trigger-properties';
import { carriers } from '../../shared/registry';

interface RuleSets {
	configs: Record<'nodes' | 'credentials', { rules: Linter.RulesRecord }>;
}

/** n8n's own rule set about the words of a form sees literals only, so each generated form is written out as one. */
const plugin = jest.requireActual<RuleSets & ESLint.Plugin>('eslint-plugin-n8n-nodes-base');

/** Read from n8n's own config rather than written down: what it switches off, and nothing else. */
function switchedOff(): Linter.RulesRecord {
	const config = readFileSync(join(__dirname, '../../node_modules/@n8n/node-cli/dist/configs/eslint.js'), 'utf8');
	return Object.fromEntries(
		[...config.matchAll(/'(n8n-nodes-base\/(?:node|cred)-[a-z-]+)': 'off'/g)].map(([, rule]) => [rule, 'off']),
	);
}

const unquoted = (json: string) => json.replace(/^(\s*)"([A-Za-z_]\w*)":/gm, '$1$2:');

/** As a person would write the file. */
const literal = (name: string, properties: unknown) =>
	`import type { INodeProperties } from 'n8n-workflow';\n\nexport const ${name}: INodeProperties[] = ${unquoted(JSON.stringify(properties, null, '\t'))};\n`;

async function findings(set: 'nodes' | 'credentials', file: string, code: string): Promise<string[]> {
	const rules = { ...plugin.configs[set].rules, ...switchedOff() };
	const eslint = new ESLint({
		cwd: '/',
		overrideConfigFile: true,
		allowInlineConfig: false,
		overrideConfig: [
			{
				files: ['**/*.ts'],
				plugins: { 'n8n-nodes-base': plugin },
				rules,
				languageOptions: { parser: jest.requireActual<Linter.Parser>('@typescript-eslint/parser') },
			},
		],
	});
	const [result] = await eslint.lintText(code, { filePath: `/${set}/${file}` });
	return (result?.messages ?? []).map(
		({ line, ruleId, message }) => `${code.split('\n')[line - 1]?.trim()}: ${message} (${ruleId})`,
	);
}

const forms = carriers
	.flatMap((carrier) => [
		{ name: `${carrier.title} node`, properties: actionProperties(carrier) },
		...(carrier.pollingTriggers.length > 0
			? [{ name: `${carrier.title} trigger`, properties: pollProperties(carrier) }]
			: []),
		...carrier.webhookTriggers.map((trigger) => ({
			name: `${carrier.title} webhook trigger`,
			properties: webhookProperties(trigger),
		})),
		{ name: `${carrier.title} credential`, properties: credentialProperties(carrier) },
	])
	.concat([{ name: 'Waybill node', properties: anyCarrierProperties(carriers) }]);

describe("n8n's rules about words find nothing", () => {
	test.each(forms)('$name', async ({ properties }) => {
		expect(await findings('nodes', 'Form/FormDescription.ts', literal('formFields', properties))).toEqual([]);
	});

	test('and would find what is wrong', async () => {
		const wrong = [
			{ displayName: 'reference', name: 'reference', type: 'boolean', default: '', description: 'The number.' },
		];
		expect((await findings('nodes', 'Form/FormDescription.ts', literal('formFields', wrong))).length).toBeGreaterThan(
			2,
		);
		expect(Object.keys(plugin.configs.nodes.rules).length).toBe(97);
	});
});
