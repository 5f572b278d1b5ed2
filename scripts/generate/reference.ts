import type { Action } from '../../shared/declare/action';
import type { Carrier } from '../../shared/declare/carrier';
import type { Form, FormField } from '../../shared/declare/form';
import { settingsOf } from '../../shared/run/booking-settings';
import type { Trigger } from '../../shared/declare/trigger';
import { markedDescription, markedName } from '../../shared/declare/twin';
import { page, table } from './markdown';

const kinds: Readonly<Record<Exclude<FormField['kind'], 'group' | 'lines'>, string>> = {
	text: 'text',
	longText: 'text, several lines',
	integer: 'whole number',
	decimal: 'number',
	exact: 'number, its digits kept',
	toggle: 'yes or no',
	choice: 'choice',
	moment: 'date and time',
	date: 'day',
	phone: 'phone number',
	postalCode: 'postal code',
	email: 'e-mail address',
	url: 'web address',
	file: 'file',
	json: 'an object of an earlier step',
};

function kindOf(field: FormField): string {
	if (field.kind === 'group') return 'group';
	if (field.kind === 'lines') return 'lines';
	if (field.kind === 'choice') return field.options.map(({ value }) => `\`${value}\``).join(', ');
	return kinds[field.kind];
}

function rows(form: Form, above = ''): string[][] {
	return form.flatMap((field) => {
		const name = `${above}${field.key}`;
		const need = field.required
			? 'yes'
			: field.kind !== 'group' && field.kind !== 'lines' && field.default !== undefined
				? `default \`${String(field.default)}\``
				: '';
		const own = [`\`${name}\``, field.label, kindOf(field), need, field.help ?? ''];
		const inside =
			field.kind === 'group'
				? rows(field.fields, `${name}.`)
				: field.kind === 'lines'
					? rows(field.fields, `${name}[].`)
					: [];
		return [own, ...inside];
	});
}

const fieldTable = (form: Form) =>
	form.length === 0 ? 'No fields.' : table(['Field', 'Label', 'Holds', 'Needed', 'Help'], rows(form));

const effects = {
	read: 'Reads only.',
	repeatable: 'Safe to repeat.',
	booking: 'Books once for each reference.',
} as const;

function actionPart(action: Action): string {
	return page([
		`### ${markedName(action, action.title)}`,
		`${markedDescription(action)} ${effects[action.effect]}${action.irreversible ? ' This cannot be undone.' : ''}`,
		action.covers.length === 0 ? 'Endpoints: none of its own.' : `Endpoints: ${action.covers.join(', ')}.`,
		fieldTable([...action.form, ...settingsOf(action)]),
	]).trimEnd();
}

function behaviourOf(trigger: Trigger): string {
	if (trigger.kind === 'webhook')
		return trigger.subscription ? 'Webhook; the trigger registers its address.' : 'Webhook.';
	const oncePerKey = `Each item is emitted once for each ${trigger.primaryFields.map((key) => `\`${key}\``).join(' and ')}.`;
	return trigger.kind === 'poll'
		? `Polls the carrier's list. ${oncePerKey}`
		: `Reads the events that the carrier keeps and acknowledges them after they are emitted. ${oncePerKey}`;
}

function setupOf(trigger: Trigger): string {
	if (trigger.kind !== 'webhook') return '';
	const steps = trigger.setupSteps({ address: "the trigger's webhook URL", connection: 'connection' });
	return steps.map((step, at) => (trigger.subscription ? `- ${step}` : `${at + 1}. ${step}`)).join('\n');
}

function triggerPart(trigger: Trigger): string {
	const behaviour = behaviourOf(trigger);
	return page([
		`### ${trigger.title}`,
		`Starts when ${trigger.when}. ${behaviour}`,
		`Endpoints: ${trigger.covers.join(', ')}.`,
		setupOf(trigger),
	]).trimEnd();
}

/** The reference of one carrier, whole. */
export function reference(carrier: Carrier): string {
	const leftOut = Object.entries(carrier.endpoints.excluded).map(([number, why]) => `- ${number}: ${why}`);
	return page([
		`# ${carrier.title}`,
		`${carrier.description} Written from the declarations in \`shared/carriers/${carrier.id}/\`; do not edit by hand.`,
		`Carrier's own pages: [${carrier.docs}](${carrier.docs}). Endpoint numbers (${carrier.endpoints.prefix}1 and so on) count the calls of those pages.`,
		'## Connection',
		`Find the credentials under: ${carrier.connection.credentialsLocation}.`,
		fieldTable(carrier.connection.form),
		'## Actions',
		...carrier.actions.map(actionPart),
		'## Triggers',
		...[...carrier.pollingTriggers, ...carrier.webhookTriggers].map(triggerPart),
		...(leftOut.length > 0 ? ['## Left out', leftOut.join('\n')] : []),
	]);
}
