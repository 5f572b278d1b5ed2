import { authFieldsOf, inputsOf, visibleSteps, type Definition, type LocatedStep } from './definition';
import { violationsWhere, type Violation, type Rule } from './rule';

const smallWords = new Set([
	'a',
	'an',
	'and',
	'as',
	'at',
	'but',
	'by',
	'for',
	'from',
	'in',
	'nor',
	'of',
	'on',
	'or',
	'the',
	'to',
	'with',
]);

const isTitleCase = (label: string) =>
	label.split(/[\s/-]+/).every((word, at) => word === '' || !/^[a-z]/.test(word) || (at > 0 && smallWords.has(word)));

interface Text {
	where: string;
	text: string;
}

function texts(app: Definition): Text[] {
	return [
		...visibleSteps(app).flatMap(({ step, where }) => [
			{ where: `${where}.description`, text: step.display.description ?? '' },
			{ where: `${where}.directions`, text: step.display.directions ?? '' },
		]),
		...[...inputsOf(app), ...authFieldsOf(app)].map(({ field, where }) => ({
			where: `${where}.helpText`,
			text: field.helpText ?? '',
		})),
	];
}

/** Links and code are left out: what remains must hold no address. */
const bare = (text: string) => text.replace(/\]\([^)]*\)/g, ']').replace(/`[^`]*`/g, '');

const descriptions = (
	app: Definition,
	kind: 'triggers' | 'searches' | 'creates',
	pattern: RegExp,
	what: string,
): Violation[] =>
	violationsWhere(
		visibleSteps(app, kind),
		({ step }) => !pattern.test(step.display.description ?? ''),
		({ step }) => `${what}: "${step.display.description ?? ''}"`,
	);

const labels = (app: Definition): LocatedStep[] => visibleSteps(app);

export const wordingRules: readonly Rule[] = [
	{
		id: 'D008',
		requirement: 'Addresses in help and descriptions are links or code',
		check: (app) =>
			violationsWhere(
				texts(app),
				({ text }) => /\b(https?:\/\/|www\.[a-z]+\.[a-z]+\/)/.test(bare(text)),
				'has a bare address',
			),
	},
	{
		id: 'D018',
		requirement: 'Labels of steps are in Title Case',
		check: (app) => [
			...violationsWhere(
				labels(app),
				({ step }) => !isTitleCase(step.display.label ?? ''),
				({ step }) => `is labelled "${step.display.label}"`,
			),
			...Object.entries(app.searchOrCreates).flatMap(([key, each]) =>
				isTitleCase(each.display.label ?? '')
					? []
					: [{ where: `searchOrCreates.${key}`, what: `is labelled "${each.display.label}"` }],
			),
		],
	},
	{
		id: 'D021',
		requirement: 'A trigger is described as "Triggers when … ."',
		check: (app) => descriptions(app, 'triggers', /^Triggers when .+\.$/s, 'is described otherwise'),
	},
	{
		id: 'G-SEARCH',
		requirement: 'A search is labelled "Find …" and described as "Finds … ."',
		check: (app) => [
			...descriptions(app, 'searches', /^Finds .+\.$/s, 'is described otherwise'),
			...violationsWhere(
				visibleSteps(app, 'searches'),
				({ step }) => !/^Find /.test(step.display.label ?? ''),
				'is not labelled "Find …"',
			),
		],
	},
	{
		id: 'G-CREATE',
		requirement: 'A create is described by one sentence in the third person',
		check: (app) => descriptions(app, 'creates', /^[A-Z][a-z]+s .+\.$/s, 'is described otherwise'),
	},
	{
		id: 'G-UPDATED',
		requirement: 'No trigger reports a mere "Updated …"',
		check: (app) =>
			violationsWhere(
				visibleSteps(app, 'triggers'),
				({ step }) => /^Updated\b/.test(step.display.label ?? ''),
				'reports any update',
			),
	},
	{
		id: 'G-NOUN',
		requirement: 'Nouns are singular and in Title Case',
		check: (app) =>
			violationsWhere(
				labels(app),
				({ step }) => !isTitleCase(step.noun ?? '') || /[^s]s$/.test(step.noun ?? ''),
				({ step }) => `has the noun "${step.noun}"`,
			),
	},
	{
		id: 'G-ZAPIER',
		requirement: 'No text mentions the platform',
		check: (app) => violationsWhere(texts(app), ({ text }) => /\bzapier\b/i.test(text), 'names the platform'),
	},
];
