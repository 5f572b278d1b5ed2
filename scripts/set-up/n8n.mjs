// The real n8n, once for every checkout of a user: too large for the project's own installs, and it wants another Node.
import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { fingerprint } from './fingerprint.mjs';
import { nodeForN8n } from './node-version.mjs';
import { npmStep } from './npm.mjs';
import { root } from './root.mjs';
import { StepFailed, runStep } from './step.mjs';
import { withLock } from './lock.mjs';

const installSource = join(root, 'sandbox/hosts/n8n-server/install');
const files = ['package.json', 'package-lock.json', '.npmrc'];
const npmArgs = ['ci', '--ignore-scripts', '--legacy-peer-deps', '--no-audit', '--no-fund', '--loglevel=error'];

export const n8nVersion = JSON.parse(readFileSync(join(installSource, 'package.json'), 'utf8')).dependencies.n8n;
export const n8nFolder = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'waybill', `n8n-${n8nVersion}`);

const windows = process.platform === 'win32';
const nodePackage = join(n8nFolder, 'node/node_modules', `node-${windows ? 'win' : process.platform}-${process.arch}`);

/** Whether n8n's Node can run the code. It runs in a process of its own, which a module built for another Node ends. */
function canRun(node, code) {
	try {
		execFileSync(node, ['-e', code], { cwd: n8nFolder, stdio: 'ignore' });
		return true;
	} catch {
		return false;
	}
}

function copyManifests(folder) {
	mkdirSync(join(n8nFolder, folder), { recursive: true });
	for (const file of files) copyFileSync(join(installSource, folder, file), join(n8nFolder, folder, file));
	return join(n8nFolder, folder);
}

/** npm carries the builder that sqlite3 wants; its own prebuilt file lies where an offline machine cannot fetch it. */
function nodeGypPath() {
	const npm = process.env.npm_execpath
		? dirname(dirname(process.env.npm_execpath))
		: join(
				execFileSync('npm', ['root', '-g'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim(),
				'npm',
			);
	return join(npm, 'node_modules/node-gyp/bin/node-gyp.js');
}

async function buildDatabase(node) {
	const headers = [nodePackage, dirname(dirname(node))].find((folder) =>
		existsSync(join(folder, 'include/node/node.h')),
	);
	const unoptimised = { CFLAGS: '-O1', CXXFLAGS: '-O1' };
	await runStep({
		doing: "Building n8n's SQLite",
		ifItFails:
			'Building sqlite3 failed. It needs Python 3, make and a C++ compiler; on Debian: apt-get install python3 make g++',
		command: node,
		args: [
			nodeGypPath(),
			'rebuild',
			'-C',
			'node_modules/sqlite3',
			...(headers ? [`--nodedir=${headers}`] : []),
			'-j',
			'2',
			'--loglevel=error',
		],
		cwd: n8nFolder,
		env: unoptimised,
	});
}

async function install(node, stamp, mark) {
	if (!existsSync(node)) await npmStep(copyManifests('node'), 'Installing the Node that n8n asks for', npmArgs);
	if (!existsSync(node))
		throw new StepFailed(
			'n8n needs Node 24 and npm brings none for this machine: install Node 24 and run the command again.',
			'',
		);
	await npmStep(copyManifests('.'), `Installing n8n ${n8nVersion} into ${n8nFolder} (2.3 GB, some minutes, once)`, [
		...npmArgs,
		'--omit=optional',
		'--omit=peer',
	]);
	if (!canRun(node, 'require("sqlite3")')) await buildDatabase(node);
	if (!canRun(node, 'require("sqlite3"); require("isolated-vm")'))
		throw new StepFailed(`The native parts of n8n do not run with ${node}.`, '');
	writeFileSync(stamp, mark);
}

/** Installs n8n if it is missing, and returns the command that runs it. */
export async function installN8n() {
	const stamp = join(n8nFolder, '.waybill-ready');
	const node = nodeForN8n(join(nodePackage, windows ? 'bin/node.exe' : 'bin/node'));
	const mark = fingerprint(
		installSource,
		files.flatMap((file) => [file, join('node', file)]),
		[process.platform, process.arch],
	);
	const isReady = () => existsSync(stamp) && readFileSync(stamp, 'utf8') === mark && existsSync(node);
	const work = async () => {
		if (!isReady()) await install(node, stamp, mark);
	};
	if (!isReady()) await withLock(work, `${n8nFolder}.pid`);
	return { folder: n8nFolder, version: n8nVersion, node, command: join(n8nFolder, 'node_modules/n8n/bin/n8n') };
}
