import { existsSync, readFileSync } from 'node:fs';

import { carriers } from '../../shared/registry';
import { appNames, definitionOf, goldenFile, schemaErrorsOf, serialise } from '../../zapier/review/apps';
import { breakingChanges } from '../../zapier/review/breaking-changes';
import { plainFields, readDefinition, type Definition } from '../../zapier/review/definition';
import { review } from '../../zapier/review/review';
import { choiceText } from '../../shared/delivery/choice-line';
import { referenceOf, settingsOf } from '../../shared/run/booking-settings';
import { createKey, isForAnyCarrier } from '../../zapier/src/app-context';
import { sampleItem } from '../../zapier/src/sample';

describe.each(appNames)('the app "%s"', (name) => {
	test('has no error by the platform’s schema', async () => {
		await expect(schemaErrorsOf(name)).resolves.toEqual([]);
	});

	test('matches its golden definition', async () => {
		const definition = await definitionOf(name);
		const golden = existsSync(goldenFile(name)) ? readFileSync(goldenFile(name), 'utf8') : '{}';
		expect(JSON.parse(serialise(definition))).toEqual(JSON.parse(golden));
	});

	test('has no review findings', async () => {
		expect(review(await definitionOf(name), name).findings).toEqual([]);
	});

	test('survives the platform’s limits of one step', async () => {
		const { triggers, searches, creates } = readDefinition(await definitionOf(name));
		for (const step of [triggers, searches, creates].flatMap((each) => Object.values(each))) {
			const help = (step.operation.inputFields ?? []).map((field) =>
				typeof field === 'string' ? '' : (field.helpText ?? ''),
			);
			expect(Math.max(0, ...help.map((text) => text.length))).toBeLessThanOrEqual(1_000);
			expect((step.display.label ?? '').length).toBeLessThanOrEqual(64);
		}
	});
});

const changes = carriers.flatMap((carrier) =>
	carrier.actions
		.filter(({ effect }) => effect !== 'read')
		.map((action) => ({ carrier, action, name: `${carrier.id} ${action.id}` })),
);

test.each(changes)(
	'$name: one after the other for each reference if it books, and only then',
	async ({ carrier, action }) => {
		const step = readDefinition(await definitionOf('all')).creates[
			createKey({ carrier, shared: true, download: async () => '' }, action)
		];
		if (settingsOf(action).length === 0) {
			expect(step?.operation.lock).toBeUndefined();
			return;
		}
		const distinguishedBy = action.kind === 'flow' && action.effect === 'booking' ? action.distinguishedBy : undefined;
		const name = distinguishedBy ?? action.form.find(({ key }) => key === referenceOf(action))?.name;
		const keys = plainFields(step?.operation.inputFields).map(({ key }) => key);
		if (name !== undefined) expect(keys).toContain(name);
		const of = name === undefined ? '' : `-{{bundle.inputData.${name}}}`;
		const who = isForAnyCarrier(action) ? '' : `${carrier.id}-`;
		expect(step?.operation.lock).toEqual({ key: `${who}${action.id}${of}`, scope: ['account'], timeout: 30 });
	},
);

/** A drop-down's value and the id that its search puts in must be the same thing. */
const lists = carriers.flatMap((carrier) =>
	Object.entries(carrier.choices).map(([name, list]) => ({ carrier, name, list })),
);

test.each(lists)('the values of the list "$name" are ids', ({ carrier, list }) => {
	const item = sampleItem(carrier, list.action);
	expect(list.value(item)).toBe(String(item.id));
	const label = 'line' in list ? choiceText(list.line(item), list.value(item), 'UTC') : list.label(item);
	expect(label).not.toMatch(/undefined|null|\[object/);
});

describe('a change that breaks Zaps in use', () => {
	const changes: [string, (app: Definition) => void][] = [
		['creates.create_delivery is gone', ({ creates }) => delete creates.create_delivery],
		[
			'creates.create_delivery: the field direction is gone',
			({ creates }) => drop(creates.create_delivery?.operation.inputFields, 'direction'),
		],
		[
			'creates.create_delivery: the field direction is required now',
			({ creates }) =>
				Object.assign(find(creates.create_delivery?.operation.inputFields, 'direction'), {
					required: true,
					default: undefined,
				}),
		],
		[
			'triggers.new_delivery changes from polling to hook',
			({ triggers }) => Object.assign(triggers.new_delivery?.operation ?? {}, { type: 'hook' }),
		],
		[
			'triggers.new_delivery is hidden now',
			({ triggers }) => Object.assign(triggers.new_delivery?.display ?? {}, { hidden: true }),
		],
		[
			'triggers.new_delivery: id tells items apart otherwise',
			({ triggers }) => Object.assign(find(triggers.new_delivery?.operation.outputFields, 'id'), { primary: false }),
		],
		[
			'triggers.new_delivery: note comes out no more',
			({ triggers }) => drop(triggers.new_delivery?.operation.outputFields, 'note'),
		],
		[
			'triggers.new_delivery: the sample has no status any more',
			({ triggers }) => delete triggers.new_delivery?.operation.sample?.status,
		],
		[
			'searchOrCreates.find_delivery_by_reference is gone',
			({ searchOrCreates }) => delete searchOrCreates.find_delivery_by_reference,
		],
		[
			'the connection is of another type',
			({ authentication }) => Object.assign(authentication ?? {}, { type: 'basic' }),
		],
		[
			'the connection needs shop now',
			({ authentication }) => authentication?.fields?.push({ key: 'shop', required: true }),
		],
	];

	type Fields = Definition['triggers'][string]['operation']['inputFields'];
	const find = (fields: Fields, key: string): object => {
		const found = fields?.find((field) => typeof field !== 'string' && field.key === key);
		if (typeof found !== 'object') throw new Error(`There is no field ${key}`);
		return found;
	};
	const drop = (fields: Fields, key: string) =>
		fields?.splice(
			fields.findIndex((field) => field === find(fields, key)),
			1,
		);

	test.each(changes)('%s', async (message, change) => {
		const [before, after] = [
			readDefinition(await definitionOf('cyke')),
			readDefinition(JSON.parse(JSON.stringify(await definitionOf('cyke')))),
		];
		expect(breakingChanges(before, after)).toEqual([]);
		change(after);
		expect(breakingChanges(before, after)).toEqual([message]);
	});
});
