import type { Sandbox } from '../../sandbox/carriers';
import { createN8n, type N8n } from '../../sandbox/hosts/n8n';

/** n8n with an account at each carrier of the sandbox; `others` are added to them or replace them. */
export async function n8nAtCarriers(
	sandbox: Sandbox,
	others: Parameters<typeof createN8n>[0]['credentials'] = {},
): Promise<N8n> {
	const { urls } = await sandbox.listen();
	const at = (url: string | undefined) => ({ environment: 'other', base_url: url ?? '' });
	return await createN8n({
		credentials: {
			cykeApi: { ...at(urls.cyke), email: 'shop@sandbox.example', token: 'CykeSandboxToken0001' },
			cubynApi: { ...at(urls.cubyn), application_key: 'CubynSandboxKey0001' },
			deliverItApi: { ...at(urls.deliverit), username: 'shop@sandbox.example', password: 'deliverit-sandbox-1' },
			hubRiseApi: { ...at(urls.hubrise), access_token: 'HubriseSandboxBridge0001' },
			...others,
		},
	});
}
