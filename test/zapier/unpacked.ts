import { spawn } from 'node:child_process';
import { mkdtemp, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { newerNode, zipFile } from '../../zapier/review/command-line';

interface Zip {
	extractAllTo(folder: string, overwrite: boolean): void;
	getEntries(): { entryName: string; header: { attr: number }; getData(): Buffer }[];
}

const FILE_TYPE = 0o170000;
const LINK = 0o120000;

/** The unpacker comes with the platform's command line. */
const AdmZip: new (file: string) => Zip = createRequire(join(__dirname, '..', '..', 'zapier', 'cli', 'package.json'))(
	'adm-zip',
);

export interface HandlerResult {
	results?: unknown;
	error?: string;
}

export interface UnpackedApp {
	files: string[];
	/** Calls the handler with each event, in one process of the platform's Node. */
	call(events: readonly object[], moment: string): Promise<HandlerResult[]>;
	remove(): Promise<void>;
}

export async function unpack(app: string): Promise<UnpackedApp> {
	const folder = await mkdtemp(join(tmpdir(), 'waybill-zip-'));
	const zip = new AdmZip(zipFile(app));
	zip.extractAllTo(folder, true);
	// The unpacker writes a link as a file that holds its target.
	for (const entry of zip.getEntries().filter(({ header }) => ((header.attr >>> 16) & FILE_TYPE) === LINK)) {
		await rm(join(folder, entry.entryName));
		await symlink(entry.getData().toString('utf8'), join(folder, entry.entryName));
	}
	return {
		files: zip.getEntries().map(({ entryName }) => entryName),
		call: async (events, moment) => {
			const child = spawn(newerNode, [join(__dirname, 'invoke-unpacked.cjs'), folder, moment], {
				cwd: folder,
				env: { PATH: process.env.PATH, ZAPIER_DEPLOY_KEY: 'sandbox', HOME: folder },
				stdio: ['pipe', 'pipe', 'inherit'],
			});
			let output = '';
			child.stdout.on('data', (part: Buffer) => {
				output += part.toString('utf8');
			});
			child.stdin.end(events.map((event) => `${JSON.stringify(event)}\n`).join(''));
			await new Promise((resolve, reject) => child.on('close', resolve).on('error', reject));
			// The wrapper prints a number of its own before each answer.
			return output
				.split('\n')
				.filter((line) => line.startsWith('{'))
				.map((line): HandlerResult => JSON.parse(line));
		},
		remove: async () => await rm(folder, { recursive: true, force: true }),
	};
}
