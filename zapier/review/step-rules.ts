import { plainFields, stepsOf, visibleSteps, type Definition, type Placed } from './definition';
import { faultsWhere, type Rule } from './rule';

const isHook = ({ step }: Placed) => step.operation.type === 'hook';
const isStatic = (placed: Placed) =>
	isHook(placed) && (placed.step.operation.performSubscribe === undefined || placed.step.operation.performUnsubscribe === undefined);

function strings(value: unknown): string[] {
	if (typeof value === 'string') return [value];
	return typeof value === 'object' && value !== null ? Object.values(value).flatMap(strings) : [];
}

const primaries = (placed: Placed) => {
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

const hookKeys = (app: Definition) => visibleSteps(app, 'triggers').filter(isStatic);

export const stepRules: readonly Rule[] = [
	{
		id: 'D006',
		demands: 'A trigger that subscribes can list as well',
		faults: (app) =>
			faultsWhere(
				visibleSteps(app, 'triggers'),
				(placed) => isHook(placed) && !isStatic(placed) && placed.step.operation.performList === undefined,
				'cannot list',
			),
	},
	{
		id: 'D007',
		demands: 'Every address is https',
		faults: (app) =>
			faultsWhere(
				stepsOf(app),
				({ step }) => strings({ ...step.operation, sample: undefined }).some((text) => /^http:\/\//.test(text)),
				'holds an address that is not https',
			),
	},
	{
		id: 'D025',
		demands: 'No address runs a script',
		faults: (app) => faultsWhere(stepsOf(app), ({ step }) => strings(step).some((text) => /javascript:/i.test(text)), 'holds a script'),
	},
	{
		id: 'D010',
		demands: 'A polled trigger shows its primary fields in its sample',
		faults: (app) =>
			visibleSteps(app, 'triggers')
				.filter((placed) => !isHook(placed))
				.flatMap((placed) => {
					const missing = primaries(placed).filter((key) => placed.step.operation.sample?.[key] === undefined);
					return missing.map((key) => ({ where: placed.where, what: `has no ${key} in its sample` }));
				}),
	},
	{
		id: 'D012',
		demands: 'Every step has a sample',
		faults: (app) => faultsWhere(visibleSteps(app), ({ step }) => Object.keys(step.operation.sample ?? {}).length === 0, 'has no sample'),
	},
	{
		id: 'D015',
		demands: 'A search-or-create pairs a search and a create of the app, under the key of the search',
		faults: (app) =>
			Object.entries(app.searchOrCreates).flatMap(([key, { search, create }]) =>
				search in app.searches && create in app.creates && key === search ? [] : [{ where: `searchOrCreates.${key}`, what: `pairs ${search} with ${create}` }],
			),
	},
	{
		id: 'D016',
		demands: 'An app has other triggers than static webhooks',
		faults: (app) =>
			hookKeys(app).length > 0 && visibleSteps(app, 'triggers').every(isStatic) ? [{ where: 'triggers', what: 'are static webhooks and nothing else' }] : [],
	},
	{
		id: 'D017',
		demands: 'No trigger needs a person to paste its address',
		faults: (app) => faultsWhere(visibleSteps(app, 'triggers'), isStatic, 'is a static webhook'),
	},
	{
		id: 'D027',
		demands: 'The platform core is the newest',
		faults: ({ platformVersion }) =>
			isOlder(platformVersion, NEWEST_CORE) ? [{ where: 'platformVersion', what: `is ${platformVersion}, older than ${NEWEST_CORE}` }] : [],
	},
	{
		id: 'D028',
		demands: 'Empty input comes through',
		faults: ({ flags }) => (flags?.cleanInputData === false ? [] : [{ where: 'flags.cleanInputData', what: 'is not false' }]),
	},
	{
		id: 'G-DIRECTIONS',
		demands: 'A static webhook says how it is connected',
		faults: (app) => faultsWhere(hookKeys(app), ({ step }) => (step.display.directions ?? '').length < 40, 'does not say how it is connected'),
	},
];
