// The project's own rules. n8n's template in eslint.config.mjs must stay as it is and judges the published sources only.
import js from '@eslint/js';
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript';
import importX from 'eslint-plugin-import-x';
import tseslint from 'typescript-eslint';
import { hostGlobals, parts } from './parts.mjs';
import { castSaysWhy } from './rules/cast-says-why.mjs';
import { fileName } from './rules/file-name.mjs';
import { imports } from './rules/imports.mjs';

const house = { rules: { imports, 'file-name': fileName, 'cast-says-why': castSaysWhy } };

const namedCarrier = {
	selector: 'BinaryExpression[operator=/^[!=]==?$/] > Literal[value=/^(cubyn|cyke|deliverit|hubrise)$/i]',
	message: 'Only a carrier’s own folder may know which carrier it is: declare the difference there.',
};
const skippedTest = {
	selector: 'MemberExpression[object.name=/^(describe|it|test)$/][property.name=/^(skip|only|todo|failing)$/]',
	message: 'A test runs, or it is not there.',
};

export default tseslint.config(
	{ ignores: ['**/node_modules/', '**/dist/', '**/build/', '**/coverage/', '.cache/', 'zapier/apps/*/*.js', 'docs/'] },
	{ linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' } },
	{
		files: ['**/*.{ts,js,mjs,cjs}'],
		extends: [js.configs.recommended],
		plugins: { house },
		rules: {
			eqeqeq: ['error', 'always', { null: 'ignore' }],
			'no-undef': 'off',
			'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
			'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx', 'hack'], location: 'anywhere' }],
			'house/file-name': 'error',
		},
	},
	{
		files: ['**/*.ts'],
		extends: [tseslint.configs.recommended],
		languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: process.cwd() } },
		plugins: { 'import-x': importX },
		settings: {
			'import-x/resolver-next': [createTypeScriptImportResolver({ project: 'tsconfig.json' })],
			'import-x/parsers': { '@typescript-eslint/parser': ['.ts'] },
		},
		rules: {
			'@typescript-eslint/no-explicit-any': 'error',
			'@typescript-eslint/no-non-null-assertion': 'error',
			'@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
			'@typescript-eslint/no-floating-promises': 'error',
			'@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
			'@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
			'import-x/no-cycle': 'error',
		},
	},
	{ files: ['{shared,nodes,credentials,sandbox}/**/*.ts', 'zapier/src/**/*.ts'], rules: { 'house/cast-says-why': 'error' } },
	...parts.map((part) => ({ files: part.files, rules: { 'house/imports': ['error', part.imports] } })),
	{ files: ['shared/**/*.ts'], rules: { 'no-restricted-globals': ['error', ...hostGlobals] } },
	{
		files: ['{shared,nodes,credentials}/**/*.ts', 'zapier/src/**/*.ts'],
		ignores: ['shared/carriers/**'],
		rules: { 'no-restricted-syntax': ['error', namedCarrier] },
	},
	// An object with getters needs a name for the one it stands in.
	{ files: ['sandbox/**/*.ts'], rules: { '@typescript-eslint/no-this-alias': 'off' } },
	{ files: ['test/**/*.ts'], rules: { 'no-restricted-syntax': ['error', skippedTest] } },
);
