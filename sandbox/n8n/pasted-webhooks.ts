import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod/v4';

import type { Sandbox } from '../carriers';
import { webhookSecret, type N8nRest } from '../hosts/n8n-server';

const EVERY_MS = 3_000;
const shape = z.looseObject({
	active: z.boolean(),
	nodes: z.array(z.looseObject({ type: z.string(), webhookId: z.string().optional(), disabled: z.boolean().optional() })),
});

/** Production addresses of the published workflows that wait for Cyke. */
async function addresses(rest: N8nRest): Promise<string[]> {
	const found: string[] = [];
	for (const { id } of await rest.workflows()) {
		const { active, nodes } = shape.parse(await rest.ask('GET', `/rest/workflows/${id}`));
		for (const { type, webhookId, disabled } of active ? nodes : []) {
			if (type === 'n8n-nodes-waybill.cykeWebhookTrigger' && webhookId !== undefined && disabled !== true) found.push(`${rest.url}/webhook/${webhookId}/webhook`);
		}
	}
	return found;
}

/** Cyke's webhooks are pasted by hand into a screen that the sandbox has not: here they are, as soon as a workflow is published. */
export async function pasteWebhooks(rest: N8nRest, { cyke }: Sandbox, tell: (line: string) => void): Promise<void> {
	const wanted = await addresses(rest);
	for (const url of wanted.filter((each) => cyke.webhooks.registered.every((hook) => hook.url !== each))) {
		const webhook = cyke.webhooks.register({ url, secret: webhookSecret });
		const answered = await webhook.test();
		tell(`The sandbox's Cyke now calls ${url}${answered ? '' : ' (its test was not answered)'}`);
	}
	for (const hook of cyke.webhooks.registered.filter(({ url }) => url.startsWith(rest.url) && !wanted.includes(url))) cyke.webhooks.remove(hook);
}

export async function keepPasting(rest: N8nRest, sandbox: Sandbox, tell: (line: string) => void, ended: () => boolean): Promise<void> {
	while (!ended()) {
		await pasteWebhooks(rest, sandbox, tell).catch(() => undefined);
		await pause(EVERY_MS, undefined, { ref: false });
	}
}
