import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { StepFailed } from './step.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const knownPaths = [
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
	'/Applications/Chromium.app/Contents/MacOS/Chromium',
];

const howToInstall = `There is no Chromium on this machine, and this command drives one.
  Debian and Ubuntu:  apt-get install chromium
  macOS:              brew install --cask chromium
Or say where one is:  CHROMIUM=/path/to/chromium npm run e2e`;

/** The browser to drive: the one that CHROMIUM names, or the first that this machine has. */
export function findChromium() {
	const named = process.env.CHROMIUM ? [process.env.CHROMIUM] : [];
	const onPath = (process.env.PATH ?? '').split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)));
	const found = (named.length > 0 ? named : [...onPath, ...knownPaths]).find((file) => existsSync(file));
	if (found === undefined) throw new StepFailed(howToInstall, '');
	return found;
}
