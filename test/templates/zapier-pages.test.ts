import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { definitionOf } from '../../zapier/review/apps';
import { readDefinition, type Definition } from '../../zapier/review/definition';
import { workflowFiles } from './files';
import { zapsIn, type Zap, type ZapStep } from './zap-text';

const folder = join(__dirname, '../../templates/zapier');
const pages = readdirSync(folder).map((file): [string, Zap[]] => [file.replace(/\.md$/, ''), zapsIn(readFileSync(join(folder, file), 'utf8'))]);

type Step = Definition['triggers'][string];
type Field = Exclude<NonNullable<Step['operation']['inputFields']>[number], string>;

let app: Definition;
beforeAll(async () => {
	app = readDefinition(await definitionOf('all'));
});

const isOurs = (step: ZapStep) => step.app === 'Waybill';
const kinds = { Trigger: 'triggers', Action: 'creates', Search: 'searches' } as const;

function findStep({ kind, label }: ZapStep): Step | undefined {
	const steps = kind === 'Trigger' || kind === 'Action' || kind === 'Search' ? Object.values(app[kinds[kind]]) : [];
	return steps.find(({ display }) => display.label === label && display.hidden !== true);
}

const fieldObjects = (fields: Step['operation']['inputFields']): Field[] => (fields ?? []).flatMap((field) => (typeof field === 'string' ? [] : [field]));

/** As the editor shows a form: a field by its label, and by that of its section or line before it. */
function labelled({ operation }: Step): { names: string[]; field: Field }[] {
	const sections = new Map(operation.inputFieldGroups?.map(({ key, label }) => [key, label]));
	return fieldObjects(operation.inputFields).flatMap((field) => {
		if (field.children) return field.children.map((each) => ({ names: [`${field.label} > ${each.label}`], field: each }));
		return [{ names: [String(field.label), `${sections.get(field.group ?? '')} > ${field.label}`], field }];
	});
}

function optionsOf({ choices }: Field): string[] {
	return Array.isArray(choices) ? choices.map((choice: { label?: unknown }) => String(choice.label)) : [];
}

/** The faults of one of our steps. */
function problemsIn(step: ZapStep): string[] {
	const found = findStep(step);
	if (!found) return [`there is no ${step.kind} "${step.label}"`];
	const form = labelled(found);
	const fieldProblems = step.fields.flatMap(({ field, value }): string[] => {
		const [match, another] = form.filter(({ names }) => names.includes(field));
		if (!match) return [`"${step.label}" has no field "${field}"`];
		if (another) return [`"${step.label}" has several fields "${field}"`];
		const options = optionsOf(match.field);
		const chosen = options.length === 0 ? [] : [...value.matchAll(/`([^`]+)`/g)].map(([, text]) => String(text));
		return chosen.filter((text) => !options.includes(text)).map((text) => `"${field}" has no choice "${text}"`);
	});
	// A line's own fields are needed only where there is a line.
	const needed = fieldObjects(found.operation.inputFields).filter(({ required }) => required === true);
	const namesOf = (wanted: Field) => form.flatMap(({ names, field }) => (field === wanted ? names : []));
	const missingFields = needed.filter((wanted) => !step.fields.some(({ field }) => namesOf(wanted).includes(field) || field.startsWith(`${wanted.label} > `)));
	return [...fieldProblems, ...missingFields.map(({ label }) => `"${step.label}" needs "${label}"`)];
}

const READ = /([A-Z][\w '()/-]*?) of step (\d+)/g;

/** "Accept Link of step 4", where step 4 is ours, must be something that it gives. */
function unknownOutputs(zap: Zap): string[] {
	return zap.steps.flatMap((step) =>
		step.fields.flatMap(({ field, value }) => [...field.matchAll(READ), ...value.matchAll(READ)]).flatMap(([, read = '', number]) => {
			const from = zap.steps.find((each) => each.number === Number(number) && each.number < step.number);
			if (!from) return [`step ${step.number} reads step ${number}, which does not come before it`];
			const found = isOurs(from) ? findStep(from) : undefined;
			const outputs = fieldObjects(found?.operation.outputFields).map(({ label }) => String(label));
			return found && !outputs.includes(read) ? [`step ${number} gives no "${read}"`] : [];
		}),
	);
}

test('a step, field, choice or output that does not exist is noticed', () => {
	const text = [
		'## Zap: Wrong',
		'### 1. Trigger: Waybill, Delivery Lost in Cyke',
		'### 2. Action: Waybill, Book Driver in DeliverIt',
		'| Field | What goes in |',
		'| --- | --- |',
		'| Floor | `2` |',
		'| If Another Time Is Proposed | `Ask Me` |',
		'### 3. Action: Waybill, Update Delivery in Cyke',
		'| Street | Pick-Up Street of step 4 |',
		'### 4. Action: Waybill, Accept Proposed Time in DeliverIt',
		'| Accept Link | Yes Link of step 2 |',
	].join('\n');
	const [wrong] = zapsIn(text);
	expect(wrong?.steps.flatMap(problemsIn)).toEqual([
		'there is no Trigger "Delivery Lost in Cyke"',
		'"Book Driver in DeliverIt" has no field "Floor"',
		'"If Another Time Is Proposed" has no choice "Ask Me"',
		...['Time at the Shop', 'First Name', 'Phone', 'Street', 'Postal Code', 'Latitude', 'Longitude'].map((label) => `"Book Driver in DeliverIt" needs "${label}"`),
		'"Update Delivery in Cyke" has several fields "Street"',
		'"Update Delivery in Cyke" needs "Delivery"',
	]);
	expect(wrong && unknownOutputs(wrong)).toEqual(['step 3 reads step 4, which does not come before it', 'step 2 gives no "Yes Link"']);
});

describe.each(pages)('%s', (name, zaps) => {
	test('names only steps, fields and choices of the app, and fills in all that is required', () => {
		const ours = zaps.flatMap(({ steps }) => steps.filter(isOurs));
		expect(ours.length).toBeGreaterThan(0);
		expect(ours.flatMap(problemsIn)).toEqual([]);
	});

	test('begins each Zap with its trigger, counts its steps, and reads only what came before', () => {
		for (const zap of zaps) {
			expect(zap.steps.map(({ number }) => number)).toEqual(zap.steps.map((_, at) => at + 1));
			expect(zap.steps.map(({ kind }) => kind === 'Trigger')).toEqual(zap.steps.map((_, at) => at === 0));
			expect(unknownOutputs(zap)).toEqual([]);
		}
	});

	test('is the Zap of a workflow for n8n, and described beside it', () => {
		expect(workflowFiles.map(([file]) => file)).toContain(name);
		expect(readFileSync(join(folder, '../README.md'), 'utf8')).toContain(`zapier/${name}.md`);
	});
});
