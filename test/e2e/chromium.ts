import { chromium, type Browser } from 'playwright-core';

/** The browser that scripts/e2e.mjs has found. The resolver rule blocks every request of a page to the outside. */
export async function openChromium(): Promise<Browser> {
	const executablePath = process.env.CHROMIUM;
	if (executablePath === undefined) throw new Error('Start this through npm run e2e, which looks for Chromium');
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
