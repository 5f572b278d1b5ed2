// npm run typecheck: what the compiler finds in the working folder, and three rules that need its types. The native
// compiler, which the linter brings, takes a third of the time of the older one, which is installed for n8n's lint.
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from '../set-up/root.mjs';

/** What is installed or built, and what has no types. */
const ignored = ['**/node_modules/', '**/dist/', '**/build/', '**/.cache/', '**/*.{js,mjs,cjs}'];

/** One line each; throws if the check itself did not run. */
export async function typeFindings() {
	const args = [
		join(root, 'node_modules/oxlint/bin/oxlint'),
		...['--config', join(root, 'scripts/lint/types.json'), '--format', 'unix'],
		...ignored.flatMap((pattern) => ['--ignore-pattern', pattern]),
		'.',
	];
	const { failed, output } = await new Promise((resolve) =>
		execFile(process.execPath, args, { maxBuffer: 1e8 }, (error, stdout, stderr) =>
			resolve({ failed: error !== null, output: `${stdout}${stderr}` }),
		),
	);
	const findings = output.split('\n').filter((line) => /^\S+:\d+:\d+: /.test(line));
	if (failed && findings.length === 0) throw new Error(`The types could not be checked: ${output}`);
	return findings;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
	const findings = await typeFindings();
	for (const finding of findings) console.log(finding);
	process.exitCode = findings.length === 0 ? 0 : 1;
}
