import type { Action } from '../../shared/declare/action';
import type { Carrier } from '../../shared/declare/carrier';
import type { Form, FormField } from '../../shared/declare/form';
import { settingsOf } from '../../shared/run/booking-settings';
import type { Trigger } from '../../shared/declare/trigger';
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
	email: 'e-mail address',
	url: 'web address',
	file: 'file',
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
		const need = field.required ? 'yes' : field.kind !== 'group' && field.kind !== 'lines' && field.default !== undefined ? `default \`${String(field.default)}\`` : '';
		const own = [`\`${name}\``, field.label, kindOf(field), need, field.help ?? ''];
		const inside = field.kind === 'group' ? rows(field.fields, `${name}.`) : field.kind === 'lines' ? rows(field.fields, `${name}[].`) : [];
		return [own, ...inside];
	});
}

const fieldTable = (form: Form) => (form.length === 0 ? 'No fields.' : table(['Field', 'Label', 'Holds', 'Needed', 'Help'], rows(form)));

const effects = {
	read: 'Reads only; may be repeated freely.',
	repeatable: 'Changes something; doing it twice is the same as once.',
	booking: 'Books; guarded so that one reference is one booking.',
} as const;

function actionPart(action: Action): string {
	return page([
		`### ${action.title}`,
		`${action.does} ${effects[action.effect]}${action.irreversible ? ' It cannot be taken back.' : ''}`,
		`Endpoints: ${action.covers.join(', ')}.`,
		fieldTable([...action.form, ...settingsOf(action)]),
	]).trimEnd();
}

function howOf(trigger: Trigger): string {
	if (trigger.kind === 'webhook') return trigger.subscription ? 'The carrier calls; the trigger tells it where.' : 'The carrier calls.';
	const once = `An item is told once for each ${trigger.primary.map((key) => `\`${key}\``).join(' and ')}.`;
	return trigger.kind === 'poll' ? `Looks at the carrier's list again and again. ${once}` : `Reads the events that the carrier keeps, and acknowledges them once they have been handed on. ${once}`;
}

function triggerPart(trigger: Trigger): string {
	const how = howOf(trigger);
	const steps = trigger.kind === 'webhook' ? trigger.directions.map((step, at) => `${at + 1}. ${step}`).join('\n') : '';
	return page([`### ${trigger.title}`, `Starts when ${trigger.when}. ${how}`, `Endpoints: ${trigger.covers.join(', ')}.`, steps]).trimEnd();
}

/** The reference of one carrier, whole. */
export function reference(carrier: Carrier): string {
	const left = Object.entries(carrier.endpoints.leftOut).map(([number, why]) => `- ${number}: ${why}`);
	return page([
		`# ${carrier.title}`,
		`${carrier.about} Written from the declarations in \`shared/carriers/${carrier.id}/\`; do not edit by hand.`,
		`Carrier's own pages: [${carrier.docs}](${carrier.docs}). Endpoint numbers (${carrier.endpoints.prefix}1 and so on) count the calls of those pages.`,
		'## Connection',
		`Find the credentials under: ${carrier.connection.whereFound}.`,
		fieldTable(carrier.connection.form),
		'## Actions',
		...carrier.actions.map(actionPart),
		'## Triggers',
		...[...carrier.polls, ...carrier.webhooks].map(triggerPart),
		...(left.length > 0 ? ['## Left out', left.join('\n')] : []),
	]);
}
