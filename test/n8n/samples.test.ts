import { layoutOf } from '../../nodes/adapter/layout';
import { outputSchemas } from '../../nodes/adapter/output-schema';
import { toJson } from '../../nodes/adapter/to-json';
import { readForm } from '../../nodes/adapter/read-form';
import { fillForm } from '../../sandbox/hosts/n8n';
import type { Action } from '../../shared/declare/action';
import type { Sample } from '../../shared/declare/sample';
import type { Carrier } from '../../shared/declare/carrier';
import { isJsonObject, type Json, type JsonObject } from '../../shared/json';
import { carriers } from '../../shared/registry';
import { readInput } from '../../shared/run/read-input';
import { performSample } from '../core/perform-sample';
import { accessOf, headersOf, partsOf } from '../core/samples';
import { useInstantClock } from './instant-clock';
import { carrierOf, runOnN8n } from './run-on-n8n';
import { referenceOf } from '../../shared/run/booking-settings';

useInstantClock();

const cases = carriers.flatMap((carrier) =>
	carrier.actions.flatMap((action) =>
		action.samples.map((sample) => ({ name: `${carrier.id} ${action.id}: ${sample.title}`, carrier, action, sample })),
	),
);

/** The sample's request as the core sends it when the host brings a reference. */
async function withReference(action: Action, sample: Sample, runReference: string): Promise<unknown> {
	const carrier = carrierOf(action);
	const access = accessOf(carrier, sample.connection);
	const { sent } = await performSample({ carrier, action, access, sample }, { booking: { runReference } });
	return sent.map(partsOf).find(({ method, path }) => method === sample.request?.method && path === sample.request.path)
		?.body;
}

interface Shape {
	type: string;
	properties?: Record<string, Shape>;
	items?: Shape;
}

/** Where a value differs from its declaration to n8n's editor. The carrier's own fields are open. */
function misfits(value: Json | undefined, shape: Shape | undefined, path: string): string[] {
	if (value === null || value === undefined) return [];
	if (!shape) return [`${path} is not declared`];
	if (Array.isArray(value))
		return shape.type === 'array'
			? value.flatMap((each, at) => misfits(each, shape.items, `${path}[${at}]`))
			: [`${path} is a list, not ${shape.type}`];
	if (isJsonObject(value)) {
		if (shape.type !== 'object') return [`${path} is an object, not ${shape.type}`];
		return shape.properties && Object.keys(shape.properties).length > 0
			? Object.entries(value).flatMap(([key, each]) => misfits(each, shape.properties?.[key], `${path}.${key}`))
			: [];
	}
	const fits = shape.type === 'integer' ? Number.isInteger(value) : typeof value === shape.type;
	return fits ? [] : [`${path} is ${JSON.stringify(value)}, not ${shape.type}`];
}

const shapes = new Map(
	carriers.flatMap((carrier) => {
		const schemas = outputSchemas(carrier);
		// The file holds JSON of this shape: forms.test.ts checks every file.
		return carrier.actions.map((action, at): [Action, Shape] => [action, schemas[at]?.schema as Shape]);
	}),
);

describe('every sample through the real engine', () => {
	test.each(cases)('$name', async ({ carrier, action, sample }) => {
		const { requests, call, items, error, runReference } = await runOnN8n(action, sample);
		expect(error).toBeUndefined();
		expect(call).toEqual(
			sample.request &&
				expect.objectContaining({
					method: sample.request.method,
					path: sample.request.path,
					query: sample.request.query ?? {},
				}),
		);
		expect(call?.body).toEqual(
			runReference === undefined ? sample.request?.body : await withReference(action, sample, runReference),
		);
		for (const request of requests)
			expect(request.headers).toMatchObject(headersOf(accessOf(carrier, sample.connection)));
		expect(items.length).toBeGreaterThan(0);
		for (const item of items) expect(item.pairedItem).toEqual({ item: 0 });
		expect(items.flatMap((item) => misfits(toJson(item.json), shapes.get(action), ''))).toEqual([]);
		if (action.effect === 'booking') expect(['created', 'booked']).toContain(items[0]?.json.outcome);
	});
});

/** A host with a reference of its own makes one of the anti-samples right: there is nothing to mix it up with. */
function isStillWrong(carrier: Carrier, action: Action, input: JsonObject): boolean {
	const reference = action.kind === 'call' ? referenceOf(action) : undefined;
	const values = reference === undefined ? input : { [reference]: 'n8n-0123456789abcdef', ...input };
	return !readInput(action, values, { now: Date.parse('2020-11-09T09:00:00+01:00'), access: accessOf(carrier) }).read
		.ok;
}

const hasKeysOf = (typed: Json | undefined, input: JsonObject): boolean =>
	isJsonObject(typed) &&
	Object.entries(input).every(([key, value]) => key in typed && (!isJsonObject(value) || hasKeysOf(typed[key], value)));

/** What the form does not offer, or hides, cannot be typed into it. */
function canBeTyped(carrier: Carrier, action: Action, input: JsonObject): boolean {
	const filled = toJson(fillForm(action, input));
	const typed = readForm(carrier, action, (name) => (isJsonObject(filled) ? filled[name] : undefined));
	return hasKeysOf(typed, input);
}

/** Labels that n8n itself requires: of visible fields, and of those in a line. */
const requiredIn = (action: Action): string[] =>
	layoutOf(action).flatMap((place) => {
		if (place.kind === 'lines') return place.visible.filter((leaf) => leaf.required).map(({ label }) => label);
		if (place.kind === 'collection')
			return place.tables.flatMap(({ visible }) => visible.filter((leaf) => leaf.required).map(({ label }) => label));
		return place.required ? [place.label] : [];
	});

/** A required list starts with one line, so n8n names what that line lacks. */
const requiredInLinesOf = (action: Action, label: string): string[] =>
	layoutOf(action).flatMap((place) =>
		place.kind === 'lines' && place.label === label
			? place.visible.filter((leaf) => leaf.required).map((leaf) => leaf.label)
			: [],
	);

describe('every anti-sample is turned away and names its fields', () => {
	const anti = carriers.flatMap((carrier) =>
		carrier.actions.flatMap((action) =>
			action.antiSamples
				// What the form does not offer cannot be typed into it.
				.filter(({ input }) => canBeTyped(carrier, action, input) && isStillWrong(carrier, action, input))
				.map((each) => ({ name: `${carrier.id} ${action.id}: ${each.reason}`, action, ...each })),
		),
	);
	test.each(anti)('$name', async ({ action, input, mentions, files }) => {
		const [sample] = action.samples;
		if (!sample) throw new Error('No sample');
		const { requests, error } = await runOnN8n(action, { ...sample, input, files });
		// n8n itself does not start a node that lacks what its form requires, and names only that.
		const actual = error?.includes('has issues')
			? mentions.flatMap((name) => [
					...requiredIn(action).filter((label) => name.endsWith(label) || label.startsWith(`${name} `)),
					...requiredInLinesOf(action, name),
				])
			: mentions;
		expect(actual).not.toEqual([]);
		for (const name of actual) expect(error).toContain(name);
		expect(requests).toEqual([]);
	});
});
