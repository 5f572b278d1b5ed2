/** The one account of every n8n that is started here. It never leaves this machine. */
export const owner = { email: 'owner@example.com', password: 'Passw0rd-123', firstName: 'Olga', lastName: 'Owner' };

/** bcrypt of the password above: n8n takes the account from its environment in this form. */
const ownerHash = '$2a$10$.Uw1HstJyS1C4DWbidFfDeE79SwN7oo5m9CPDiF5IUdnuWdI4/m62';

const ownerVariables = {
	N8N_INSTANCE_OWNER_MANAGED_BY_ENV: 'true',
	N8N_INSTANCE_OWNER_EMAIL: owner.email,
	N8N_INSTANCE_OWNER_FIRST_NAME: owner.firstName,
	N8N_INSTANCE_OWNER_LAST_NAME: owner.lastName,
	N8N_INSTANCE_OWNER_PASSWORD_HASH: ownerHash,
	N8N_SECURE_COOKIE: 'false',
};

/** Each switch blocks one external call: telemetry, news, banners, templates, licence, package list, error reports. */
const offlineVariables = {
	N8N_DIAGNOSTICS_ENABLED: 'false',
	N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
	N8N_VERSION_NOTIFICATIONS_WHATS_NEW_ENABLED: 'false',
	N8N_TEMPLATES_ENABLED: 'false',
	N8N_PERSONALIZATION_ENABLED: 'false',
	N8N_HIRING_BANNER_ENABLED: 'false',
	N8N_DYNAMIC_BANNERS_ENABLED: 'false',
	N8N_LICENSE_AUTO_RENEW_ENABLED: 'false',
	N8N_VERIFIED_PACKAGES_ENABLED: 'false',
	N8N_UNVERIFIED_PACKAGES_ENABLED: 'true',
	N8N_AI_GATEWAY_ENABLED: 'false',
	// n8n 2.41 requests a list of MCP servers regardless of the other switches.
	N8N_DISABLED_MODULES: 'mcp-registry',
	N8N_SENTRY_DSN: '',
	N8N_FRONTEND_SENTRY_DSN: '',
	N8N_PYTHON_ENABLED: 'false',
};

export interface InstanceSettings {
	/** n8n stores database, key and packages in `.n8n` under it. */
	home: string;
	port: number;
	/** The task runner's, which must be its own for every n8n. */
	brokerPort: number;
}

export const addressOf = (port: number): string => `http://127.0.0.1:${port}`;

/** Settings of this machine's owner for an n8n of theirs must not reach ours. */
const inheritedVariables = () =>
	Object.fromEntries(
		Object.entries(process.env).filter(
			([name]) => !/^(N8N|DB|QUEUE|EXECUTIONS|WEBHOOK|npm|WAYBILL)_|^NODE_OPTIONS$/i.test(name),
		),
	);

export function environmentOf(
	{ home, port, brokerPort }: InstanceSettings,
	extra: Readonly<Record<string, string>>,
): Record<string, string | undefined> {
	return {
		...inheritedVariables(),
		N8N_USER_FOLDER: home,
		N8N_ENCRYPTION_KEY: 'waybill-sandbox-encryption-key',
		N8N_HOST: '127.0.0.1',
		N8N_LISTEN_ADDRESS: '127.0.0.1',
		N8N_PORT: String(port),
		N8N_PROTOCOL: 'http',
		N8N_WEBHOOK_URL: `${addressOf(port)}/`,
		N8N_EDITOR_BASE_URL: `${addressOf(port)}/`,
		N8N_RUNNERS_BROKER_PORT: String(brokerPort),
		N8N_DEFAULT_LOCALE: 'en',
		GENERIC_TIMEZONE: 'Europe/Paris',
		...ownerVariables,
		...offlineVariables,
		...extra,
	};
}
