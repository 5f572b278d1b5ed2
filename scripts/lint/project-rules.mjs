import { join, relative } from 'node:path';
import { ESLint } from 'eslint';
import { root } from '../set-up/root.mjs';

/** In place of the types that the linter would read itself. */
const withTypesOf = (program) => ({
	files: ['**/*.ts'],
	languageOptions: { parserOptions: { projectService: false, programs: [program] } },
});

/** Findings of the project rules in the working folder, one line each. `program` holds its types, if they are known. */
export async function projectFindings(paths = ['.'], program = undefined) {
	const cwd = process.cwd();
	const linter = new ESLint({
		cwd,
		overrideConfigFile: join(root, 'scripts/lint/project-rules.config.mjs'),
		overrideConfig: program ? withTypesOf(program) : undefined,
	});
	const results = await linter.lintFiles(paths);
	return results.flatMap(({ filePath, messages }) =>
		messages.map(
			({ line, ruleId, message }) =>
				`${relative(cwd, filePath).replaceAll('\\', '/')}:${line ?? 1} ${message} (${ruleId ?? 'eslint'})`,
		),
	);
}
