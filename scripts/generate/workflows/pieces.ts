import type { IDataObject } from 'n8n-workflow';

import type { Step } from './canvas';

/** The one node in which everything is set that a shop has to change. */
export const SETTINGS = 'Settings';

export const setting = (name: string) => `={{ $('${SETTINGS}').first().json.settings.${name} }}`;

/** Adds its values to the item, under `settings`. */
export const settingsStep = (at: Step['at'], values: Readonly<Record<string, string | number>>): Step => ({
	name: SETTINGS,
	type: 'n8n-nodes-base.set',
	version: 3.4,
	at,
	parameters: {
		includeOtherFields: true,
		include: 'all',
		assignments: {
			assignments: Object.entries(values).map(([name, value]) => ({
				id: name,
				name: `settings.${name}`,
				value,
				type: typeof value === 'number' ? 'number' : 'string',
			})),
		},
		options: {},
	},
});

/** Shopify shows an app the orders of 60 days. */
export const ORDER_DAYS = 59;

export const daysAgo = (days: number) => `={{ $now.minus({ days: ${days} }).toISO() }}`;

export const everyDayAt = (name: string, at: Step['at'], hour: number): Step => ({
	name,
	type: 'n8n-nodes-base.scheduleTrigger',
	version: 1.2,
	at,
	parameters: { rule: { interval: [{ field: 'days', daysInterval: 1, triggerAtHour: hour, triggerAtMinute: 10 }] } },
});

const WAIT_MINUTES = 15;

/** n8n keeps a waiting execution in its database, so that a restart loses nothing. */
export const waitStep = (name: string, at: Step['at']): Step => ({
	name,
	type: 'n8n-nodes-base.wait',
	version: 1.1,
	at,
	parameters: { resume: 'timeInterval', amount: WAIT_MINUTES, unit: 'minutes' },
});

export const everyQuarterHour = (name: string, at: Step['at']): Step => ({
	name,
	type: 'n8n-nodes-base.scheduleTrigger',
	version: 1.2,
	at,
	parameters: { rule: { interval: [{ field: 'minutes', minutesInterval: 15 }] } },
});

/** The first item of each run. */
export const firstStep = (name: string, at: Step['at']): Step => ({
	name,
	type: 'n8n-nodes-base.limit',
	at,
	parameters: { maxItems: 1 },
});

/** HTTP Request hands over an error as an object, and other steps as a text. */
const withErrorText = (text: string) => text.replace(/\$json\.error\b/g, '($json.error?.message ?? $json.error)');

const mailAccount = { credentials: { smtp: { id: 'smtp-account', name: 'SMTP account' } } };

/** A mail to the owner about something that waits for another try. */
export const mailStep = (
	name: string,
	at: Step['at'],
	subject: string,
	text: string,
	options: IDataObject = {},
): Step => ({
	name,
	type: 'n8n-nodes-base.emailSend',
	version: 2.1,
	at,
	settings: {
		// A mail that fails must not stop what waits for the next try.
		onError: 'continueRegularOutput',
		...mailAccount,
	},
	parameters: {
		fromEmail: setting('mailFrom'),
		toEmail: setting('mailTo'),
		subject,
		emailFormat: 'text',
		text: withErrorText(text),
		options,
	},
});

/** A mail that nothing else repeats: its error output leads to a wait, after which it is sent again. */
export const neededMailStep = (...mail: Parameters<typeof mailStep>): Step => ({
	...mailStep(...mail),
	settings: { onError: 'continueErrorOutput', ...mailAccount },
});

/** Edit Fields: the fields named, with those that came in or without. */
export const fieldsStep = (
	name: string,
	at: Step['at'],
	fields: readonly (readonly [field: string, type: 'string' | 'object' | 'array', value: string])[],
	includeOtherFields: boolean,
): Step => ({
	name,
	type: 'n8n-nodes-base.set',
	version: 3.4,
	at,
	parameters: {
		includeOtherFields,
		...(includeOtherFields ? { include: 'all' } : {}),
		assignments: { assignments: fields.map(([field, type, value]) => ({ id: field, name: field, value, type })) },
		options: {},
	},
});

/** A mail with two buttons. n8n keeps the execution until one is pressed, also over a restart. */
export const askStep = (
	name: string,
	at: Step['at'],
	{ subject, message, yes, no, hours }: { subject: string; message: string; yes: string; no: string; hours: number },
): Step => ({
	name,
	type: 'n8n-nodes-base.emailSend',
	version: 2.1,
	at,
	isWebhook: true,
	settings: {
		retryOnFail: true,
		maxTries: 4,
		waitBetweenTries: 2_000,
		...mailAccount,
	},
	parameters: {
		operation: 'sendAndWait',
		fromEmail: setting('mailFrom'),
		toEmail: setting('mailTo'),
		subject,
		message,
		responseType: 'approval',
		approvalOptions: { values: { approvalType: 'double', approveLabel: yes, disapproveLabel: no } },
		options: {
			limitWaitTime: { values: { limitType: 'afterTimeInterval', resumeAmount: hours, resumeUnit: 'hours' } },
			appendAttribution: false,
		},
	},
});
