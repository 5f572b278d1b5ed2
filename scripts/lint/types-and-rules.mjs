import ts from 'typescript';
import { projectFindings } from './project-rules.mjs';

/** The program that `tsc -p .` checks. The linter asks for the parent of each node. */
function programOf(configFile) {
	const { fileNames, options, errors } = ts.getParsedCommandLineOfConfigFile(configFile, undefined, {
		...ts.sys,
		onUnRecoverableConfigFileDiagnostic: ({ messageText }) => {
			throw new Error(ts.flattenDiagnosticMessageText(messageText, '\n'));
		},
	});
	const host = ts.createCompilerHost(options, true);
	return ts.createProgram({ rootNames: fileNames, options, host, configFileParsingDiagnostics: errors });
}

/**
 * What the compiler finds in the project of the working folder, and the project rules in some paths of it. Both read
 * the same types, which takes most of their time, so they share one program.
 */
export async function typesAndRules(paths) {
	const program = programOf('tsconfig.json');
	const types = ts.formatDiagnostics(ts.getPreEmitDiagnostics(program), {
		getCanonicalFileName: (name) => name,
		getCurrentDirectory: ts.sys.getCurrentDirectory,
		getNewLine: () => '\n',
	});
	return { types, rules: await projectFindings(paths, program) };
}
