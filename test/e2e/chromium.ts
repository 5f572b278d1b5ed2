import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const elsewhere = ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', '/Applications/Chromium.app/Contents/MacOS/Chromium'];

export const howToInstall = [
	'This needs Chromium, and there is none on this machine.',
	'  Debian and Ubuntu:  apt-get install chromium',
	'  macOS:              brew install --cask chromium',
	'Or say where it is:   CHROMIUM=/path/to/chromium npm run e2e',
].join('\n');

/** The browser to drive, or undefined where there is none. */
export function findChromium(): string | undefined {
	const onPath = (process.env.PATH ?? '').split(':').flatMap((folder) => names.map((name) => join(folder, name)));
	return [...(process.env.CHROMIUM === undefined ? [] : [process.env.CHROMIUM]), ...onPath, ...elsewhere].find((file) => existsSync(file));
}

/** The resolver rule makes a call to the outside impossible, whatever a page asks for. */
export async function openChromium(executablePath: string): Promise<Browser> {
	return await chromium.launch({
		executablePath,
		headless: true,
		args: [
			'--no-sandbox',
			'--disable-gpu',
			'--disable-quic',
			'--no-first-run',
			'--disable-background-networking',
			'--disable-component-update',
			'--disable-sync',
			'--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
		],
	});
}
