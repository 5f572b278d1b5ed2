// npm run queue [-- words of a check's title]: n8n in queue mode with the packed package, and what holds there.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { onRealN8n } from './set-up/real-n8n.mjs';

const requirements = [
	['redis-server', spawnSync('redis-server', ['--version'], { stdio: 'ignore' }).status === 0],
	['postgresql', existsSync('/usr/lib/postgresql')],
];
const missing = requirements.flatMap(([name, present]) => (present ? [] : [name]));

if (missing.length > 0) {
	console.error(
		`Queue mode needs ${missing.join(' and ')}, which this machine does not have. On Debian: apt-get install ${missing.join(' ')}`,
	);
	process.exitCode = 1;
} else {
	await onRealN8n('test/queue/main.ts');
}
