import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

/** A step that a person takes, and what they must see then. */
export type Check = (name: string, work: () => Promise<void>) => Promise<void>;

export class Checks {
	passed = 0;
	failed = 0;
	private screenshotCount = 0;

	constructor(
		private readonly page: Page,
		readonly folder: string,
	) {
		rmSync(folder, { recursive: true, force: true });
		mkdirSync(folder, { recursive: true });
	}

	/** A picture of what is on the screen, numbered in order. */
	async screenshot(name: string): Promise<void> {
		this.screenshotCount += 1;
		const file = `${String(this.screenshotCount).padStart(3, '0')}-${name.toLowerCase().replace(/[^a-z0-9]+/g, '-')}.png`;
		await this.page.screenshot({ path: join(this.folder, file) });
	}

	readonly check: Check = async (name, work) => {
		const startedAt = Date.now();
		try {
			await work();
			this.passed += 1;
			console.log(`✓ ${name} (${((Date.now() - startedAt) / 1_000).toFixed(1)} s)`);
			await this.screenshot(name);
		} catch (error) {
			this.failed += 1;
			console.log(
				`✗ ${name}\n    ${String(error instanceof Error ? error.message : error)
					.split('\n')
					.slice(0, 6)
					.join('\n    ')}`,
			);
			await this.screenshot(`failed ${name}`).catch(() => undefined);
		}
	};
}

/** One sentence instead of a stack. */
export function expect(condition: boolean, message: string): asserts condition {
	if (!condition) throw new Error(message);
}

export function expectText(text: string, pattern: RegExp, source: string): void {
	expect(
		pattern.test(text),
		`${source} says "${text.replace(/\s+/g, ' ').slice(0, 400)}", which has nothing of ${pattern}`,
	);
}
