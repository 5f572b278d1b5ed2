import type { Locator, Page } from 'playwright-core';

import { owner } from '../../sandbox/hosts/n8n-server';

const SLOW_MACHINE_MS = 30_000;

/** n8n's editor as a person uses it: what is clicked and typed where. */
export class Editor {
	constructor(
		readonly page: Page,
		readonly url: string,
	) {
		page.setDefaultTimeout(SLOW_MACHINE_MS);
	}

	byTestId(name: string): Locator {
		return this.page.locator(`[data-test-id="${name}"]`);
	}

	node(name: string): Locator {
		return this.page.locator(`[data-test-id="canvas-node"][data-node-name="${name}"]`);
	}

	/** The entries of the open list. */
	get choices(): Locator {
		return this.page.locator('.el-select-dropdown__item:visible, [role="menuitem"]:visible, [role="option"]:visible');
	}

	async signIn(): Promise<void> {
		await this.page.goto(`${this.url}/signin`);
		await this.page.locator('input[name="emailOrLdapLoginId"]').fill(owner.email);
		await this.page.locator('input[name="password"]').fill(owner.password);
		await this.byTestId('form-submit-button').click();
		await this.page.waitForURL(/\/home\//);
	}

	async openWorkflow(byTestId: string): Promise<void> {
		// A page of its own: the editor asks whether to leave one that has changes.
		await this.page.goto('about:blank');
		await this.page.goto(`${this.url}/workflow/${byTestId}`);
		await this.page.locator('[data-test-id="canvas-node"]').first().waitFor();
	}

	async newWorkflow(): Promise<void> {
		await this.page.goto('about:blank');
		await this.page.goto(`${this.url}/workflow/new`);
		await this.byTestId('canvas-add-button').waitFor();
	}

	/** Imports into a workflow of its own, and waits until all its nodes and notes are drawn. */
	async importFile(file: string, nodes: number): Promise<void> {
		await this.newWorkflow();
		await this.byTestId('workflow-import-input').setInputFiles(file);
		await this.page
			.locator('[data-test-id="canvas-node"], [data-test-id="sticky"]')
			.nth(nodes - 1)
			.waitFor();
	}

	async publish(): Promise<void> {
		await this.byTestId('workflow-open-publish-modal-button').click();
		await this.byTestId('workflow-publish-button').last().click();
		await this.page.getByText('Workflow published').first().waitFor();
	}

	/** The list of a workflow's executions, one of them at least a good one. */
	async showExecutions(workflowId: string): Promise<void> {
		await this.page.goto(`${this.url}/workflow/${workflowId}/executions`);
		await this.page.getByText('Succeeded').first().waitFor();
		await this.settle();
	}

	/** What the node panel offers for a word, in its order. */
	async searchNodes(query: string): Promise<string[]> {
		if (!(await this.byTestId('node-creator-search-bar').isVisible()))
			await this.byTestId('node-creator-plus-button').click();
		await this.byTestId('node-creator-search-bar').fill(query);
		await this.settle();
		return (await this.byTestId('item-iterator-item').allInnerTexts()).map((text) => text.replace(/\s+/g, ' ').trim());
	}

	async openNode(name: string): Promise<void> {
		await this.node(name).dblclick();
		await this.byTestId('ndv').waitFor();
		await this.settle();
	}

	async closeNode(): Promise<void> {
		if (await this.byTestId('ndv-close-button').isVisible()) await this.byTestId('ndv-close-button').click();
		await this.byTestId('ndv').waitFor({ state: 'hidden' });
	}

	field(name: string): Locator {
		return this.byTestId(`parameter-input-${name}`).first();
	}

	async type(name: string, text: string): Promise<void> {
		await this.field(name).locator('input, textarea').first().fill(text);
	}

	/** A date goes in as a person types it, and is taken with Enter. */
	async typeDate(name: string, text: string): Promise<void> {
		const input = this.field(name).locator('input');
		await input.click();
		await input.fill(text);
		await input.press('Enter');
	}

	async choose(name: string, label: string | RegExp): Promise<void> {
		await this.field(name).click();
		await this.choices.filter({ hasText: label }).first().click();
	}

	/** Adds a field from the list behind the button of a drawer. The list is under the drawer's title. */
	async addCollectionField(collection: string, label: string): Promise<void> {
		const section = this.page
			.locator('[data-test-id="node-parameters"] .parameter-item, [data-test-id="parameter-item"]')
			.filter({ hasText: collection })
			.last();
		await section.locator('[data-test-id="collection-parameter-add"]').last().click();
		await this.choices.filter({ hasText: label }).first().click();
	}

	async outputText(): Promise<string> {
		return await this.byTestId('output-panel').innerText();
	}

	/** Runs the open step and waits for what it gives: items or an error. */
	async runStep(): Promise<string> {
		await this.byTestId('node-execute-button').first().click();
		await this.page
			.locator(
				'[data-test-id="output-panel"] [data-test-id^="node-run-status"], [data-test-id="output-panel"] [data-test-id="node-error-view"], [data-test-id="output-panel"] .node-error',
			)
			.first()
			.waitFor();
		await this.settle();
		return await this.outputText();
	}

	/** Pictures must not show a half-drawn page; nothing is decided by this pause. */
	async settle(): Promise<void> {
		await this.page.waitForTimeout(600);
	}

	/** Back to a canvas without windows, after a check that failed in the middle of one. */
	async closeDialogs(): Promise<void> {
		for (let presses = 0; presses < 4; presses += 1) await this.page.keyboard.press('Escape');
	}
}
