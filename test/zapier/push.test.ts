import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { appNames } from '../../zapier/review/apps';
import { appFolder } from '../../zapier/review/command-line';
import { pushPlan, sharing, type PushState } from '../../zapier/scripts/push-plan';
import { root, runNode } from '../package/run-node';

const ready: PushState = {
	app: 'stuart',
	carriers: ['Stuart'],
	version: '1.2.3',
	isLoggedIn: true,
	isRegistered: true,
	promote: true,
};
const commands = (state: Partial<PushState>) => pushPlan({ ...ready, ...state }).map(({ args }) => args[0]);

test('a first push signs in and registers, a later one does not', () => {
	expect(commands({ isLoggedIn: false, isRegistered: false })).toEqual(['login', 'register', 'push', 'promote']);
	expect(commands({})).toEqual(['push', 'promote']);
	expect(commands({ promote: false })).toEqual(['push']);
});

test('an app is registered as private, under a name that is not the carrier’s own', () => {
	const [register] = pushPlan({ ...ready, isRegistered: false });
	expect(register?.args.slice(0, 4)).toEqual(['register', 'Waybill for Stuart', '--audience', 'private']);
	const [, , , , , description = ''] = register?.args ?? [];
	expect(description.length).toBeLessThanOrEqual(140);
	expect(pushPlan({ ...ready, isRegistered: false, carriers: ['Stuart', 'Other'] })[0]?.args[1]).toBe('Waybill');
});

test('the ways to share are printed with their limits', () => {
	const text = sharing(ready);
	for (const words of ['users:links stuart', 'users:add stuart <email> 1.2.3', 'team:add', '100 calls in 60 seconds'])
		expect(text).toContain(words);
	expect(text).toContain('5,000');
});

test('the command prints what it would run', async () => {
	const tsx = join(root, 'node_modules/tsx/dist/cli.mjs');
	const script = join(root, 'zapier/scripts/push.ts');
	const run = async (...args: string[]) => await runNode([tsx, script, ...args]);
	const [app = ''] = appNames;
	const [known, unknown] = await Promise.all([run('push', app, '--dry-run'), run('push', 'unknown')]);
	expect({ code: known.code, pushes: known.stdout.includes('zapier-platform push --skip-dep-install') }).toEqual({
		code: 0,
		pushes: true,
	});
	expect(known.stdout).toContain('How to share the app');
	expect(unknown).toMatchObject({ code: 1, stderr: expect.stringContaining(appNames.join(', ')) });
});

test.each(appNames)('a build of "%s" packs its licences', (app) => {
	const { includeInBuild } = JSON.parse(readFileSync(join(appFolder(app), '.zapierapprc'), 'utf8'));
	expect(
		includeInBuild.some((pattern: string) => new RegExp(pattern, 'i').test(`${app}/THIRD-PARTY-LICENSES.txt`)),
	).toBe(true);
});
