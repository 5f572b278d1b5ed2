import {
	authFieldsOf,
	inputsOf,
	plainFields,
	stepsOf,
	visibleSteps,
	type Definition,
	type LocatedField,
} from './definition';
import { violationsWhere, type Violation, type Rule } from './rule';

const SECRET =
	/(^|_)(api_?key|api_?token|access_?token|token|secret|password|passwd|pwd|private_?key|client_?secret|auth)($|_)/i;
const LINK = /\[[^\]]+\]\(https:\/\/[^)\s]+\)/;
const DOMAIN = /(domain|subdomain|base_?url|host|site)$/i;

/** The key before the first dot of a reference. */
const target = (reference: string) => reference.split('.')[0] ?? '';

function brokenReferences(
	app: Definition,
	kind: 'triggers' | 'searches',
	pick: (field: LocatedField['field']) => string | undefined,
): Violation[] {
	return violationsWhere(
		inputsOf(app),
		({ field }) => pick(field) !== undefined && !(target(pick(field) ?? '') in app[kind]),
		({ field }) => `refers to ${pick(field)}, which is not there`,
	);
}

export const fieldRules: readonly Rule[] = [
	{
		id: 'D001',
		requirement: 'Only the connection asks for credentials',
		check: (app) =>
			violationsWhere(
				inputsOf(app),
				({ field }) => SECRET.test(field.key) || field.type === 'password',
				'asks for a credential in a step',
			),
	},
	{
		id: 'D002',
		requirement: 'A secret that is pasted has help with a link to where it is found',
		check: (app) =>
			violationsWhere(
				authFieldsOf(app),
				({ field }) => (field.type === 'password' || SECRET.test(field.key)) && !LINK.test(field.helpText ?? ''),
				'has no link in its help',
			),
	},
	{
		id: 'D003',
		requirement: 'The connection label tells the account, without fixed words and without secrets',
		check: ({ authentication }) => {
			const label = authentication?.connectionLabel;
			const where = 'authentication.connectionLabel';
			if (!authentication) return [];
			if (label === undefined || label === '') return [{ where, what: 'is missing' }];
			if (typeof label !== 'string' || label.startsWith('$func$')) return [];
			const fixed = label.replace(/\{\{[^}]*\}\}/g, '').replace(/[\s:()\-,]/g, '');
			return [
				...(fixed === '' ? [] : [{ where, what: `has fixed words: ${fixed}` }]),
				...(SECRET.test(label.replace(/bundle\.(authData|inputData)\./g, '').replace(/[{}]/g, ''))
					? [{ where, what: 'shows a secret' }]
					: []),
			];
		},
	},
	{
		id: 'D004',
		requirement: 'A field for an id has a drop-down',
		check: (app) =>
			violationsWhere(
				inputsOf(app),
				({ field }) => /(^|_)id$/.test(field.key) && field.dynamic === undefined && field.choices === undefined,
				'has no drop-down',
			),
	},
	{
		id: 'D005',
		requirement: 'A drop-down is filled by a trigger of the app',
		check: (app) => brokenReferences(app, 'triggers', (field) => field.dynamic),
	},
	{
		id: 'D013',
		requirement: 'A field is found by a search of the app',
		check: (app) => brokenReferences(app, 'searches', (field) => field.search),
	},
	{
		id: 'D014',
		requirement: 'A search fills a single text or number',
		check: (app) =>
			violationsWhere(
				inputsOf(app),
				({ field, child }) =>
					field.search !== undefined &&
					(child ||
						field.list === true ||
						field.dict === true ||
						field.children !== undefined ||
						!['string', 'number', 'integer'].includes(field.type ?? 'string')),
				'cannot be filled by a search',
			),
	},
	{
		id: 'D011',
		requirement: 'Help says more than the label',
		check: (app) =>
			violationsWhere(
				[...inputsOf(app), ...authFieldsOf(app)],
				({ field }) =>
					field.helpText !== undefined &&
					field.helpText.trim().replace(/[.:]$/, '').toLowerCase() === (field.label ?? '').trim().toLowerCase(),
				'repeats its label as help',
			),
	},
	{
		id: 'D022',
		requirement: 'A create has fields that are always there',
		check: (app) =>
			violationsWhere(
				visibleSteps(app, 'creates'),
				({ step }) => plainFields(step.operation.inputFields).length === 0,
				'has no fixed field',
			),
	},
	{
		id: 'D009',
		requirement: 'A search has a field',
		check: (app) =>
			violationsWhere(
				visibleSteps(app, 'searches'),
				({ step }) => (step.operation.inputFields ?? []).length === 0,
				'has no field',
			),
	},
	{
		id: 'D026',
		requirement: 'An address that the user chooses is checked by hand',
		check: (app) =>
			violationsWhere(
				authFieldsOf(app),
				({ field }) => DOMAIN.test(field.key) || field.inputFormat !== undefined,
				'lets the user choose where the credentials go',
			),
	},
	{
		id: 'G-ORDER',
		requirement: 'Required fields come first in their group',
		check: (app) =>
			stepsOf(app).flatMap(({ step, where }) => {
				const fields = plainFields(step.operation.inputFields).filter((field) => field.type !== 'copy');
				return fields.flatMap((field, at) => {
					const late =
						field.required === true &&
						fields.slice(0, at).some((before) => before.group === field.group && before.required !== true);
					return late ? [{ where: `${where}.${field.key}`, what: 'is required but comes after what is not' }] : [];
				});
			}),
	},
	{
		id: 'G-LABEL',
		requirement: 'Every field that is filled in has a label',
		check: (app) =>
			violationsWhere(
				[...inputsOf(app), ...authFieldsOf(app)],
				({ field }) => field.type !== 'copy' && (field.label ?? '') === '',
				'has no label',
			),
	},
	{
		id: 'G-GROUP',
		requirement: 'Where a form has groups, every field is in one of them',
		check: (app) =>
			stepsOf(app).flatMap(({ step, where }) => {
				const groups = step.operation.inputFieldGroups?.map(({ key }) => key);
				if (!groups) return [];
				const stray = plainFields(step.operation.inputFields).filter(
					(field) => field.group === undefined || !groups.includes(field.group),
				);
				return stray.map((field) => ({ where: `${where}.${field.key}`, what: 'is in no group of the form' }));
			}),
	},
	{
		id: 'G-UNDO',
		requirement: 'A step that cannot be undone says so on its form',
		check: (app) =>
			violationsWhere(
				visibleSteps(app, 'creates'),
				({ step }) =>
					/^(Cancel|Delete|Remove|Deny)\b/.test(step.display.label ?? '') &&
					!plainFields(step.operation.inputFields).some((field) => field.type === 'copy'),
				'does not say that it cannot be undone',
			),
	},
];
