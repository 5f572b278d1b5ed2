import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdirSync, readdirSync } from 'node:fs';
import { createConnection } from 'node:net';
import { join } from 'node:path';

import { freePort, until } from '../../sandbox/hosts/n8n-server';

/** Debian installs each version in a folder of its own, off the path. */
const DEBIAN = '/usr/lib/postgresql';

function binFolder(): string {
	const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN).sort((a, b) => Number(b) - Number(a)) : [];
	const found = versions
		.map((version) => join(DEBIAN, version, 'bin'))
		.find((folder) => existsSync(join(folder, 'initdb')));
	if (!found)
		throw new Error(
			'Queue mode needs PostgreSQL, and there is none on this machine. On Debian: apt-get install postgresql',
		);
	return found;
}

/** PostgreSQL refuses to run as root; Debian's package brings a user for it. */
function postgresUser(): { uid?: number; gid?: number } {
	if (process.getuid?.() !== 0) return {};
	const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
	return { uid: id('-u'), gid: id('-g') };
}

async function isListening(port: number): Promise<boolean> {
	return await new Promise((resolve) => {
		const socket = createConnection(port, '127.0.0.1', () => resolve(true));
		socket.once('error', () => resolve(false));
		socket.once('connect', () => socket.destroy());
	});
}

export interface Postgres {
	/** What n8n has to know. */
	env: Record<string, string>;
	stop(): Promise<void>;
}

/** A database of our own on loopback, for the length of the run. n8n's SQLite locks up if several processes write. */
export async function startPostgres(folder: string): Promise<Postgres> {
	const bin = binFolder();
	const user = postgresUser();
	const home = join(folder, 'postgres');
	mkdirSync(home);
	chmodSync(folder, 0o711);
	if (user.uid !== undefined && user.gid !== undefined) chownSync(home, user.uid, user.gid);
	const data = join(home, 'data');
	execFileSync(
		join(bin, 'initdb'),
		['-D', data, '-A', 'trust', '-U', 'n8n', '-E', 'UTF8', '--no-locale', '--no-sync'],
		{ ...user, cwd: home, stdio: 'ignore' },
	);
	const port = await freePort();
	const server = spawn(
		join(bin, 'postgres'),
		[
			'-D',
			data,
			'-p',
			String(port),
			'-c',
			'listen_addresses=127.0.0.1',
			'-c',
			`unix_socket_directories=${home}`,
			'-c',
			'fsync=off',
		],
		{ ...user, cwd: home, stdio: 'ignore' },
	);
	let ended = false;
	const whenEnded = new Promise<void>((resolve) => {
		server.once('exit', () => {
			ended = true;
			resolve();
		});
	});
	const atExit = () => server.kill('SIGINT');
	process.once('exit', atExit);
	await until('PostgreSQL', async () => {
		if (ended) throw new Error('PostgreSQL ended while it started');
		return await isListening(port);
	});
	return {
		env: {
			DB_TYPE: 'postgresdb',
			DB_POSTGRESDB_HOST: '127.0.0.1',
			DB_POSTGRESDB_PORT: String(port),
			DB_POSTGRESDB_DATABASE: 'postgres',
			DB_POSTGRESDB_USER: 'n8n',
			DB_POSTGRESDB_PASSWORD: 'n8n',
		},
		stop: async () => {
			// "Fast": connections that are left are closed.
			if (!ended) server.kill('SIGINT');
			await whenEnded;
			process.removeListener('exit', atExit);
		},
	};
}
