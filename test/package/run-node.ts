import { execFile } from 'node:child_process';
import { join, resolve } from 'node:path';

export const root = join(__dirname, '../..');

/**
 * The Node that people run the project with. `npm test` names it; the tests themselves run on the one that n8n asks
 * for.
 */
export const machineNode = process.env.WAYBILL_MACHINE_NODE ?? process.execPath;

export interface ProcessResult {
	code: number;
	stdout: string;
	stderr: string;
}

/**
 * Without jest's NODE_ENV: under "test" n8n's lint rules take every file for Test.node.ts, and its loader loads in
 * another way.
 */
export async function runNode(
	args: string[],
	options: { cwd?: string; env?: Record<string, string | undefined>; node?: string } = {},
): Promise<ProcessResult> {
	return await new Promise((resolve) => {
		const { cwd = root, env, node = process.execPath } = options;
		execFile(
			node,
			args,
			{ cwd, maxBuffer: 1e8, env: { ...process.env, NODE_ENV: undefined, ...env } },
			(error, stdout, stderr) => {
				resolve({ code: error === null ? 0 : Number(error.code ?? 1), stdout, stderr });
			},
		);
	});
}

/** Calls a function of an ES module of scripts/, or at a whole path, in a Node of its own: jest runs CommonJS. */
export async function callScript<Result>(
	script: string,
	name: string,
	args: unknown[] = [],
	cwd = root,
): Promise<Result> {
	const code = `import(process.argv[1]).then((module) => module[process.argv[2]](...JSON.parse(process.argv[3]))).then((result) => process.stdout.write('\\n' + JSON.stringify(result ?? null)))`;
	// A linter makes many objects that it soon drops: with more room for new ones, the collector runs less often.
	const { stdout, stderr } = await runNode(
		['--max-semi-space-size=64', '-e', code, resolve(root, script), name, JSON.stringify(args)],
		{ cwd },
	);
	const line = stdout.split('\n').at(-1);
	if (!line) throw new Error(`${script} failed: ${stderr}`);
	// The other process prints what the function returned; its type is the caller's to know.
	return JSON.parse(line) as Result;
}

/** What the checks of scripts/lint answer. */
export interface LintResult {
	clean: boolean;
	output: string;
}
