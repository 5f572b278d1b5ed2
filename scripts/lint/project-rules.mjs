import { join, relative } from 'node:path';
import { ESLint } from 'eslint';
import { root } from '../set-up/root.mjs';

/** Findings of the project rules in the working folder, one line each. The rules that need types are in types.mjs. */
export async function projectFindings(paths = ['.']) {
	const cwd = process.cwd();
	const linter = new ESLint({
		cwd,
		overrideConfigFile: join(root, 'scripts/lint/project-rules.config.mjs'),
	});
	const results = await linter.lintFiles(paths);
	return results.flatMap(({ filePath, messages }) =>
		messages.map(
			({ line, ruleId, message }) =>
				`${relative(cwd, filePath).replaceAll('\\', '/')}:${line ?? 1} ${message} (${ruleId ?? 'eslint'})`,
		),
	);
}
