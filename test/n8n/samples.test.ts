import { layoutOf } from '../../nodes/adapter/layout';
import { outputSchemas } from '../../nodes/adapter/output-schema';
import { plain } from '../../nodes/adapter/plain';
import { readForm } from '../../nodes/adapter/read-form';
import { fillForm } from '../../sandbox/hosts/n8n';
import type { Action } from '../../shared/declare/action';
import type { Sample } from '../../shared/declare/sample';
import type { Carrier } from '../../shared/declare/carrier';
import { isJsonObject, type Json, type JsonObject } from '../../shared/declare/json';
import { carriers } from '../../shared/registry';
import { perform } from '../../shared/run/perform';
import { readInput } from '../../shared/run/read-input';
import { answer, scriptedPorts } from '../core/ports';
import { accessOf, answersOf, partsOf } from '../core/samples';
import { useSwiftClock } from './swift-clock';
import { emptyList } from './empty-list';
import { carrierOf, runOnN8n } from './run-on-n8n';

useSwiftClock();

const cases = carriers.flatMap((carrier) =>
	carrier.actions.flatMap((action) => action.samples.map((sample) => ({ name: `${carrier.id} ${action.id}: ${sample.title}`, carrier, action, sample }))),
);

/** The sample's request as the core sends it when the host brings a reference. */
async function withReference(action: Action, sample: Sample, runReference: string): Promise<unknown> {
	const carrier = carrierOf(action);
	const nothing = emptyList(action);
	const known = answersOf(sample);
	const ports = scriptedPorts(async (request, nth) => {
		const said = await known(request, nth);
		return 'lost' in said && nothing ? answer(nothing.status, nothing.body) : said;
	});
	await perform({ carrier, action, access: accessOf(carrier, sample.connection), values: sample.input, booking: { runReference } }, ports);
	return ports.sent.map(partsOf).find(({ method, path }) => method === sample.request?.method && path === sample.request.path)?.body;
}

interface Shape {
	type: string;
	properties?: Record<string, Shape>;
	items?: Shape;
}

/** Where a value is not as n8n's editor was told that it would be. Fields of the carrier's own are open. */
function misfits(value: Json | undefined, shape: Shape | undefined, path: string): string[] {
	if (value === null || value === undefined) return [];
	if (!shape) return [`${path} is not told of`];
	if (Array.isArray(value)) return shape.type === 'array' ? value.flatMap((each, at) => misfits(each, shape.items, `${path}[${at}]`)) : [`${path} is a list, not ${shape.type}`];
	if (isJsonObject(value)) {
		if (shape.type !== 'object') return [`${path} is an object, not ${shape.type}`];
		return shape.properties && Object.keys(shape.properties).length > 0 ? Object.entries(value).flatMap(([key, each]) => misfits(each, shape.properties?.[key], `${path}.${key}`)) : [];
	}
	const fits = shape.type === 'integer' ? Number.isInteger(value) : typeof value === shape.type;
	return fits ? [] : [`${path} is ${JSON.stringify(value)}, not ${shape.type}`];
}

const shapes = new Map(
	carriers.flatMap((carrier) => {
		const schemas = outputSchemas(carrier);
		// What the file holds is JSON of this shape: forms.test.ts looks at every one.
		return carrier.actions.map((action, at): [Action, Shape] => [action, schemas[at]?.schema as Shape]);
	}),
);

describe('every sample through the real engine', () => {
	test.each(cases)('$name', async ({ carrier, action, sample }) => {
		const { arrived, call, items, error, runReference } = await runOnN8n(action, sample);
		expect(error).toBeUndefined();
		expect(call).toEqual(sample.request && expect.objectContaining({ method: sample.request.method, path: sample.request.path, query: sample.request.query ?? {} }));
		expect(call?.body).toEqual(runReference === undefined ? sample.request?.body : await withReference(action, sample, runReference));
		for (const request of arrived) expect(request.headers).toMatchObject(accessOf(carrier, sample.connection).headers);
		expect(items.length).toBeGreaterThan(0);
		for (const item of items) expect(item.pairedItem).toEqual({ item: 0 });
		expect(items.flatMap((item) => misfits(plain(item.json), shapes.get(action), ''))).toEqual([]);
		if (action.effect === 'booking') expect(items[0]?.json).toMatchObject({ outcome: 'created' });
	});
});

/** A host with a reference of its own makes one of the anti-samples right: there is nothing to mix it up with. */
function isStillWrong(carrier: Carrier, action: Action, input: JsonObject): boolean {
	const reference = action.find?.reference ?? action.repeated?.reference;
	const values = reference === undefined ? input : { [reference]: 'n8n-0123456789abcdef', ...input };
	return !readInput(action, values, { now: Date.parse('2020-11-09T09:00:00+01:00'), access: accessOf(carrier) }).ok;
}

/** What the form does not offer, or hides, cannot be typed into it. */
function canBeTyped(carrier: Carrier, action: Action, input: JsonObject): boolean {
	const filled = plain(fillForm(action, input));
	const typed = readForm(carrier, action, (name) => (isJsonObject(filled) ? filled[name] : undefined));
	return Object.keys(input).every((key) => key in typed);
}

/** Labels that n8n itself asks for: of fields in sight, and of those in a line. */
const requiredIn = (action: Action): string[] =>
	layoutOf(action).flatMap((place) => {
		if (place.kind === 'table') return place.open.filter((leaf) => leaf.required).map(({ label }) => label);
		return place.kind === 'single' && place.required ? [place.label] : [];
	});

describe('every anti-sample is turned away and names its fields', () => {
	const anti = carriers.flatMap((carrier) =>
		carrier.actions.flatMap((action) =>
			action.antiSamples
				// What the form does not offer cannot be typed into it.
				.filter(({ input }) => canBeTyped(carrier, action, input) && isStillWrong(carrier, action, input))
				.map((each) => ({ name: `${carrier.id} ${action.id}: ${each.why}`, action, ...each })),
		),
	);
	test.each(anti)('$name', async ({ action, input, names, files }) => {
		const [sample] = action.samples;
		if (!sample) throw new Error('No sample');
		const { arrived, error } = await runOnN8n(action, { ...sample, input, files });
		// n8n itself does not start a node that lacks what its form requires, and names only that.
		const said = error?.includes('has issues') ? names.flatMap((name) => requiredIn(action).filter((label) => name.endsWith(label) || label.startsWith(`${name} `))) : names;
		expect(said).not.toEqual([]);
		for (const name of said) expect(error).toContain(name);
		expect(arrived).toEqual([]);
	});
});
