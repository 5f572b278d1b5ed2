import { join } from 'node:path';

import { createSandbox, type JournalEntry, type Listening, type Sandbox } from '../carriers';
import { createN8n, type N8n } from '../hosts/n8n';
import { createZapier, type ZapierHost } from '../hosts/zapier';
import { buildApp } from '../../zapier/src/app';
import { carriers } from '../../shared/registry';

export const cykeAccount = {
	email: 'shop@sandbox.example',
	token: 'CykeSandboxToken0001',
	webhook_secret: 'sandbox-webhook-secret',
};
export const deliveritAccount = { username: 'shop@sandbox.example', password: 'deliverit-sandbox-1' };

export interface WebhookPost {
	headers: Record<string, string>;
	body: string;
}

/** Everything the demo plays on: the carriers on loopback, and both hosts connected to them. */
export interface DemoEnvironment {
	sandbox: Sandbox;
	urls: Listening['urls'];
	n8n: N8n;
	zapier: { cyke: ZapierHost; deliverit: ZapierHost };
	/** Where the carriers' webhook calls go. */
	receive(handler: (call: WebhookPost) => Promise<{ status: number }>): void;
	/** Requests since the last call, one line each. */
	traffic(): string[];
	close(): Promise<void>;
}

const prefixed = (carrier: string, fields: Record<string, string>) =>
	Object.fromEntries(Object.entries(fields).map(([key, value]) => [`${carrier}_${key}`, value]));

const MAX_BODY_CHARS = 400;

/** A request as the carrier saw it; a password is not for the screen. */
function describeRequest(entry: JournalEntry): string {
	const query = entry.query.map(([name, value]) => `${name}=${value}`).join('&');
	const outcome = entry.status === undefined ? `no answer (${entry.noResponse?.code ?? 'lost'})` : String(entry.status);
	const bodyText =
		entry.body === '' || entry.route === 'login'
			? ''
			: `\n      sent ${entry.body.slice(0, MAX_BODY_CHARS)}${entry.body.length > MAX_BODY_CHARS ? '…' : ''}`;
	return `${entry.method} ${entry.path}${query === '' ? '' : `?${query}`} -> ${outcome}${entry.committed ? ', done at the carrier' : ''}${bodyText}`;
}

export async function startEnvironment(): Promise<DemoEnvironment> {
	let handler: (call: WebhookPost) => Promise<{ status: number }> = async () => ({ status: 404 });
	const sandbox = createSandbox({ seed: 'demo', startAt: Date.now(), post: async (_url, call) => await handler(call) });
	sandbox.clock.realTime(1);
	const { urls } = await sandbox.listen();
	const cyke = { environment: 'other', base_url: urls.cyke, ...cykeAccount };
	const deliverit = { environment: 'other', base_url: urls.deliverit, ...deliveritAccount };
	const n8n = await createN8n({
		packages: [join(__dirname, '../..')],
		credentials: { cykeApi: cyke, deliverItApi: deliverit },
	});
	const app = buildApp(carriers, 'all', '0.2.0');
	const zapier = {
		cyke: await createZapier(app, { authData: { carrier: 'cyke', ...prefixed('cyke', cyke) } }),
		deliverit: await createZapier(app, { authData: { carrier: 'deliverit', ...prefixed('deliverit', deliverit) } }),
	};
	let reportedCount = 0;
	return {
		sandbox,
		urls,
		n8n,
		zapier,
		receive: (newHandler) => {
			handler = newHandler;
		},
		traffic: () => {
			const newEntries = sandbox.journal.entries.slice(reportedCount);
			reportedCount = sandbox.journal.entries.length;
			return newEntries.map(describeRequest);
		},
		close: async () => {
			await zapier.cyke.close();
			await zapier.deliverit.close();
			await sandbox.close();
		},
	};
}
