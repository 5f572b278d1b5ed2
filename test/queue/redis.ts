import { spawn } from 'node:child_process';
import { createConnection } from 'node:net';

import { freePort, until } from '../../sandbox/hosts/n8n-server';

/** A Redis of our own on loopback that writes nothing to disk. */
export interface Redis {
	port: number;
	stop(): Promise<void>;
}

async function isAlive(port: number): Promise<boolean> {
	return await new Promise((resolve) => {
		const socket = createConnection(port, '127.0.0.1', () => socket.write('PING\r\n'));
		const end = (alive: boolean) => {
			socket.destroy();
			resolve(alive);
		};
		socket.once('data', (reply) => end(reply.toString().startsWith('+PONG')));
		socket.once('error', () => end(false));
	});
}

export async function startRedis(folder: string): Promise<Redis> {
	const port = await freePort();
	const child = spawn(
		'redis-server',
		['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--dir', folder],
		{ stdio: 'ignore' },
	);
	let ended: string | undefined;
	const whenEnded = new Promise<void>((resolve) => {
		child.once('error', (error) => {
			ended = error.message;
			resolve();
		});
		child.once('exit', (code, signal) => {
			ended ??= String(code ?? signal);
			resolve();
		});
	});
	const atExit = () => child.kill('SIGKILL');
	process.once('exit', atExit);
	await until('Redis', async () => {
		if (ended !== undefined) throw new Error(`redis-server ended while it started: ${ended}`);
		return await isAlive(port);
	});
	return {
		port,
		stop: async () => {
			if (ended === undefined) child.kill('SIGTERM');
			await whenEnded;
			process.removeListener('exit', atExit);
		},
	};
}
