import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fingerprint } from './fingerprint.mjs';
import { npmStep } from './npm.mjs';
import { root } from './root.mjs';

/** Packages hold parts for one kind of machine. Nothing is compiled here, so a change of Node needs no new install. */
const machine = [process.platform, process.arch].join(' ');
const mark = (folder) => `${machine}\n${fingerprint(folder, ['package-lock.json'])}`;

/** npm writes this list last, so a full one means that an install by hand came to its end. */
function matchesLock(folder) {
	const listed = join(folder, 'node_modules/.package-lock.json');
	if (!existsSync(listed)) return false;
	const present = JSON.parse(readFileSync(listed, 'utf8')).packages;
	const locked = Object.entries(JSON.parse(readFileSync(join(folder, 'package-lock.json'), 'utf8')).packages);
	return locked.every(
		([path, entry]) =>
			path === '' || (path in present ? present[path].version === entry.version : entry.optional === true),
	);
}

/**
 * Installs a folder from its lockfile unless it already is. `brings` is a file the install must leave behind, made by
 * `then`.
 */
export async function install({ name, path, brings, then }) {
	const folder = join(root, path);
	const stamp = join(folder, 'node_modules/.waybill-setup');
	const complete = brings === undefined || existsSync(join(folder, brings));
	const recorded = existsSync(stamp) ? readFileSync(stamp, 'utf8') : machine;
	if (complete && recorded === mark(folder)) return;
	if (!recorded.startsWith(machine) || !matchesLock(folder)) {
		await npmStep(folder, `Installing ${name}`, ['ci', '--ignore-scripts', '--no-audit', '--no-fund']);
		if (then) await npmStep(folder, then.doing, then.args);
	} else if (!complete) {
		await npmStep(folder, then.doing, then.args);
	}
	writeFileSync(stamp, mark(folder));
}
