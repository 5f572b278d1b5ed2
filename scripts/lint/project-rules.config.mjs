// The project's own rules. n8n's template in eslint.config.mjs must stay unchanged and covers only the published
// sources.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import js from '@eslint/js';
import tseslint from 'typescript-eslint';
import { hostGlobals, boundaries } from './import-boundaries.mjs';
import { castNeedsReason } from './rules/cast-needs-reason.mjs';
import { fileName } from './rules/file-name.mjs';
import { importCycle } from './rules/import-cycle.mjs';
import { imports } from './rules/imports.mjs';
import { root } from '../set-up/root.mjs';

const project = {
	rules: { imports, 'file-name': fileName, 'cast-needs-reason': castNeedsReason, 'import-cycle': importCycle },
};

const names = readdirSync(join(root, 'shared/carriers')).join('|');
const ownFolder = 'Only a carrier’s own folder may know which carrier it is: declare the difference there.';
const namedCarrier = {
	selector: `BinaryExpression[operator=/^[!=]==?$/] > Literal[value=/^(${names})$/i]`,
	message: ownFolder,
};
/** For what must work with any carrier: no list, import or property may name one. */
const carrierByName = [
	{ selector: `Literal[value=/^(${names})$/i]`, message: ownFolder },
	{ selector: `Identifier[name=/^(${names})/i]`, message: ownFolder },
];
const skippedTest = {
	selector: 'MemberExpression[object.name=/^(describe|it|test)$/][property.name=/^(skip|only|todo|failing)$/]',
	message: 'A test runs, or it is not there.',
};

export default tseslint.config(
	// packages/ is generated from what is checked here, and n8n's lint checks it once more.
	{
		ignores: [
			'**/node_modules/',
			'**/dist/',
			'**/build/',
			'**/coverage/',
			'.cache/',
			'zapier/apps/*/*.js',
			'docs/',
			'packages/',
		],
	},
	{ linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' } },
	{
		files: ['**/*.{ts,js,mjs,cjs}'],
		extends: [js.configs.recommended],
		plugins: { project },
		rules: {
			eqeqeq: ['error', 'always', { null: 'ignore' }],
			'no-undef': 'off',
			'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
			'no-warning-comments': [
				'error',
				{ terms: ['todo', 'fixme', 'xxx', 'hack', 'oxlint-disable'], location: 'anywhere' },
			],
			'project/file-name': 'error',
		},
	},
	{
		files: ['**/*.ts'],
		extends: [tseslint.configs.recommended],
		rules: {
			'@typescript-eslint/no-explicit-any': 'error',
			'@typescript-eslint/no-non-null-assertion': 'error',
			'@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
			'project/import-cycle': 'error',
		},
	},
	{
		files: ['{shared,nodes,credentials,sandbox}/**/*.ts', 'zapier/src/**/*.ts'],
		rules: { 'project/cast-needs-reason': 'error' },
	},
	// n8n's strict lint, which checks the published sources, does not excuse a variable that only leaves a key out.
	{ files: ['{shared,nodes,credentials}/**/*.ts'], rules: { '@typescript-eslint/no-unused-vars': 'error' } },
	...boundaries.map((boundary) => ({
		files: boundary.files,
		rules: { 'project/imports': ['error', boundary.imports] },
	})),
	{ files: ['shared/**/*.ts'], rules: { 'no-restricted-globals': ['error', ...hostGlobals] } },
	{
		files: ['{shared,nodes,credentials,sandbox}/**/*.ts', 'zapier/{src,review,scripts}/**/*.ts'],
		ignores: ['{shared,sandbox}/carriers/*/**'],
		rules: { 'no-restricted-syntax': ['error', namedCarrier] },
	},
	// An object with getters needs a name for its enclosing object.
	{ files: ['sandbox/**/*.ts'], rules: { '@typescript-eslint/no-this-alias': 'off' } },
	{
		files: ['test/**/*.ts'],
		ignores: ['test/carriers/**'],
		rules: { 'no-restricted-syntax': ['error', skippedTest, namedCarrier] },
	},
	{ files: ['test/carriers/**/*.ts'], rules: { 'no-restricted-syntax': ['error', skippedTest] } },
	{
		files: [
			'sandbox/{hosts,n8n}/**/*.ts',
			'sandbox/carriers/{framework/**/*,index,types}.ts',
			'scripts/**/*.{ts,mjs}',
			'zapier/{review,scripts}/**/*.{ts,mjs}',
			'test/{lab,lab-hosts,lab-sockets,conformance}/**/*.ts',
		],
		// A test may take a carrier as its example, the first workflow that a person runs is one, and some workflows are for
		// what one carrier alone has.
		ignores: ['**/*.test.ts', 'sandbox/n8n/first-workflow.ts', 'scripts/generate/workflows/of-carriers/*.ts'],
		rules: { 'no-restricted-syntax': ['error', skippedTest, ...carrierByName] },
	},
);
