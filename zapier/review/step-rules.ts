import { plainFields, stepsOf, visibleSteps, type Definition, type LocatedStep } from './definition';
import { violationsWhere, type Rule } from './rule';

const isHook = ({ step }: LocatedStep) => step.operation.type === 'hook';
const isStatic = (placed: LocatedStep) =>
	isHook(placed) &&
	(placed.step.operation.performSubscribe === undefined || placed.step.operation.performUnsubscribe === undefined);

function strings(value: unknown): string[] {
	if (typeof value === 'string') return [value];
	return typeof value === 'object' && value !== null ? Object.values(value).flatMap(strings) : [];
}

const primaries = (placed: LocatedStep) => {
	const named = plainFields(placed.step.operation.outputFields)
		.filter((field) => field.primary)
		.map((field) => field.key);
	return named.length > 0 ? named : ['id'];
};

const version = (text: string) => text.split('.').map(Number);
export const NEWEST_CORE = '19.1.0';

function isOlder(mine: string, newest: string): boolean {
	const [a, b] = [version(mine), version(newest)];
	const at = a.findIndex((part, index) => part !== b[index]);
	return at >= 0 && (a[at] ?? 0) < (b[at] ?? 0);
}

const staticHooks = (app: Definition) => visibleSteps(app, 'triggers').filter(isStatic);

export const stepRules: readonly Rule[] = [
	{
		id: 'D006',
		requirement: 'A trigger that subscribes can list as well',
		check: (app) =>
			violationsWhere(
				visibleSteps(app, 'triggers'),
				(placed) => isHook(placed) && !isStatic(placed) && placed.step.operation.performList === undefined,
				'cannot list',
			),
	},
	{
		id: 'D007',
		requirement: 'Every address is https',
		check: (app) =>
			violationsWhere(
				stepsOf(app),
				({ step }) => strings({ ...step.operation, sample: undefined }).some((text) => /^http:\/\//.test(text)),
				'holds an address that is not https',
			),
	},
	{
		id: 'D025',
		requirement: 'No address runs a script',
		check: (app) =>
			violationsWhere(
				stepsOf(app),
				({ step }) => strings(step).some((text) => /javascript:/i.test(text)),
				'holds a script',
			),
	},
	{
		id: 'D010',
		requirement: 'A polled trigger shows its primary fields in its sample',
		check: (app) =>
			visibleSteps(app, 'triggers')
				.filter((placed) => !isHook(placed))
				.flatMap((placed) => {
					const missing = primaries(placed).filter((key) => placed.step.operation.sample?.[key] === undefined);
					return missing.map((key) => ({ where: placed.where, what: `has no ${key} in its sample` }));
				}),
	},
	{
		id: 'D012',
		requirement: 'Every step has a sample',
		check: (app) =>
			violationsWhere(
				visibleSteps(app),
				({ step }) => Object.keys(step.operation.sample ?? {}).length === 0,
				'has no sample',
			),
	},
	{
		id: 'D015',
		requirement: 'A search-or-create pairs a search and a create of the app, under the key of the search',
		check: (app) =>
			Object.entries(app.searchOrCreates).flatMap(([key, { search, create }]) =>
				search in app.searches && create in app.creates && key === search
					? []
					: [{ where: `searchOrCreates.${key}`, what: `pairs ${search} with ${create}` }],
			),
	},
	{
		id: 'D016',
		requirement: 'An app has other triggers than static webhooks',
		check: (app) =>
			staticHooks(app).length > 0 && visibleSteps(app, 'triggers').every(isStatic)
				? [{ where: 'triggers', what: 'are static webhooks and nothing else' }]
				: [],
	},
	{
		id: 'D017',
		requirement: 'No trigger needs a person to paste its address',
		check: (app) => violationsWhere(visibleSteps(app, 'triggers'), isStatic, 'is a static webhook'),
	},
	{
		id: 'D027',
		requirement: 'The platform core is the newest',
		check: ({ platformVersion }) =>
			isOlder(platformVersion, NEWEST_CORE)
				? [{ where: 'platformVersion', what: `is ${platformVersion}, older than ${NEWEST_CORE}` }]
				: [],
	},
	{
		id: 'D028',
		requirement: 'Empty input comes through',
		check: ({ flags }) =>
			flags?.cleanInputData === false ? [] : [{ where: 'flags.cleanInputData', what: 'is not false' }],
	},
	{
		id: 'G-DIRECTIONS',
		requirement: 'A static webhook says how it is connected',
		check: (app) =>
			violationsWhere(
				staticHooks(app),
				({ step }) => (step.display.directions ?? '').length < 40,
				'does not say how it is connected',
			),
	},
];
