import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod/v4';

import type { Sandbox } from '../carriers';
import { typeName } from '../../nodes/adapter/names';
import type { Carrier, PastedWebhook } from '../../shared/declare/carrier';
import { carriers } from '../../shared/registry';
import { webhookSecret, type N8nRest } from '../hosts/n8n-server';

const INTERVAL_MS = 3_000;
const schema = z.looseObject({
	active: z.boolean(),
	nodes: z.array(
		z.looseObject({ type: z.string(), webhookId: z.string().optional(), disabled: z.boolean().optional() }),
	),
});
type Workflow = z.infer<typeof schema>;

/** As a person pastes it: where the carrier has no field for a secret, it is part of the address. */
const pastedUrl = (url: string, { secretIn, name }: PastedWebhook): string =>
	secretIn === 'query' ? `${url}?${new URLSearchParams({ [name]: webhookSecret })}` : url;

/** Production addresses of the published workflows that wait for a carrier. */
const webhookUrls = (base: string, workflows: readonly Workflow[], carrier: Carrier): string[] =>
	workflows
		.filter(({ active }) => active)
		.flatMap(({ nodes }) => nodes)
		.filter(
			({ type, disabled }) => type === `n8n-nodes-waybill.${typeName(carrier)}WebhookTrigger` && disabled !== true,
		)
		.flatMap(({ webhookId }) => (webhookId === undefined ? [] : [`${base}/webhook/${webhookId}/webhook`]));

/** The sandbox has no screen to paste an address into, so each is registered as soon as its workflow is published. */
export async function registerWebhooks(rest: N8nRest, sandbox: Sandbox, report: (line: string) => void): Promise<void> {
	const listed = await rest.workflows();
	const workflows: Workflow[] = [];
	for (const { id } of listed) workflows.push(schema.parse(await rest.request('GET', `/rest/workflows/${id}`)));
	for (const carrier of carriers) {
		const { pastedWebhook } = carrier;
		const { pastedWebhooks } = sandbox.carrier(carrier.id);
		if (!pastedWebhook || !pastedWebhooks) continue;
		const urls = webhookUrls(rest.url, workflows, carrier).map((url) => pastedUrl(url, pastedWebhook));
		for (const url of urls.filter((each) => !pastedWebhooks.urls().includes(each))) {
			const isAccepted = await pastedWebhooks.add(url, webhookSecret);
			report(`The sandbox's ${carrier.title} now calls ${url}${isAccepted ? '' : ' (its test was not answered)'}`);
		}
		for (const url of pastedWebhooks.urls())
			if (url.startsWith(rest.url) && !urls.includes(url)) pastedWebhooks.remove(url);
	}
}

export async function watchWebhooks(
	rest: N8nRest,
	sandbox: Sandbox,
	report: (line: string) => void,
	isStopped: () => boolean,
): Promise<void> {
	while (!isStopped()) {
		await registerWebhooks(rest, sandbox, report).catch(() => undefined);
		await pause(INTERVAL_MS, undefined, { ref: false });
	}
}
