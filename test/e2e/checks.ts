import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

/** A step that a person takes, and what they must see then. */
export type Check = (name: string, work: () => Promise<void>) => Promise<void>;

export class Checks {
	passed = 0;
	failed = 0;
	private shots = 0;

	constructor(
		private readonly page: Page,
		readonly folder: string,
	) {
		rmSync(folder, { recursive: true, force: true });
		mkdirSync(folder, { recursive: true });
	}

	/** A picture of what is on the screen, numbered in order. */
	async shot(name: string): Promise<void> {
		this.shots += 1;
		const file = `${String(this.shots).padStart(3, '0')}-${name.toLowerCase().replace(/[^a-z0-9]+/g, '-')}.png`;
		await this.page.screenshot({ path: join(this.folder, file) });
	}

	readonly check: Check = async (name, work) => {
		const began = Date.now();
		try {
			await work();
			this.passed += 1;
			console.log(`✓ ${name} (${((Date.now() - began) / 1_000).toFixed(1)} s)`);
			await this.shot(name);
		} catch (error) {
			this.failed += 1;
			console.log(`✗ ${name}\n    ${String(error instanceof Error ? error.message : error).split('\n').slice(0, 6).join('\n    ')}`);
			await this.shot(`failed ${name}`).catch(() => undefined);
		}
	};
}

/** A sentence in place of a stack. */
export function expect(truth: boolean, otherwise: string): asserts truth {
	if (!truth) throw new Error(otherwise);
}

export function expectText(text: string, wanted: RegExp, where: string): void {
	expect(wanted.test(text), `${where} says "${text.replace(/\s+/g, ' ').slice(0, 400)}", which has nothing of ${wanted}`);
}
