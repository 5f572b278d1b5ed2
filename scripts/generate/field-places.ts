import { readingFor } from '../../shared/declare/reading';
import type { Action, CallAction } from '../../shared/declare/action';
import type { Carrier } from '../../shared/declare/carrier';
import { connectionInfo } from '../../shared/declare/connection';
import type { Form } from '../../shared/declare/form';
import { isJsonObject, type Json } from '../../shared/json';
import type { Sample } from '../../shared/declare/sample';
import { connect } from '../../shared/run/connect';
import { readInput } from '../../shared/run/read-input';

/** One table of a carrier's pages. */
export interface FieldTable {
	title: string;
	/** Names of the fields, with spaces between. */
	fields: string;
	/** For a request: the actions whose forms may hold the fields, and where in the form. */
	forms?: Readonly<Record<string, readonly string[]>>;
	/** For a response: actions whose samples answer with it, and where in the body. */
	answers?: readonly { action: string; sample?: number; at?: string }[];
	/** Fields that are offered or given in another shape, or under another name. */
	as?: Readonly<Record<string, string>>;
	/** Why a field is neither offered nor given. */
	leftOut?: Readonly<Record<string, string>>;
}

export interface FieldPlace {
	field: string;
	offered: readonly string[];
	given: readonly string[];
	as?: string;
	leftOut?: string;
}

/** The clock of the samples. */
const SAMPLE_NOW = Date.parse('2020-11-09T09:00:00+01:00');

function formPaths(form: Form, above = ''): string[] {
	return form.flatMap((field) => {
		const path = `${above}${field.key}`;
		return field.kind === 'group' || field.kind === 'lines' ? [path, ...formPaths(field.fields, `${path}.`)] : [path];
	});
}

const pathOf = (at: string, field: string) => (at === '' ? field : `${at}.${field}`);

function offeredIn(carrier: Carrier, { forms = {} }: FieldTable, field: string): string[] {
	return Object.entries(forms).flatMap(([id, places]) => {
		const paths = formPaths(actionOf(carrier, id).form);
		return places
			.map((place) => pathOf(place, field))
			.filter((path) => paths.includes(path))
			.map((path) => `${id}: ${path}`);
	});
}

function actionOf(carrier: Carrier, id: string): Action {
	const action = carrier.actions.find((each) => each.id === id);
	if (!action) throw new Error(`${carrier.title} has no action "${id}"`);
	return action;
}

/** Leaves of an item by path, without what every item has of the carrier's own object. */
function leaves(value: Json | undefined, path = ''): Map<string, string> {
	if (path === 'carrierData' || path === 'warnings') return new Map();
	if (Array.isArray(value)) return new Map(value.flatMap((each, index) => [...leaves(each, `${path}[${index}]`)]));
	if (!isJsonObject(value)) return new Map([[path, JSON.stringify(value ?? null)]]);
	return new Map(
		Object.entries(value).flatMap(([key, each]) => [...leaves(each, path === '' ? key : `${path}.${key}`)]),
	);
}

type Answer = (body: Json) => Map<string, string> | undefined;

/** How a sample's response reads with another body. */
function answerOf(carrier: Carrier, action: CallAction, sample: Sample): Answer {
	const name = sample.connection ?? Object.keys(carrier.sampleConnections)[0] ?? '';
	const access = connect(carrier, carrier.sampleConnections[name] ?? {});
	if (!access.ok) throw new Error(access.failure.message);
	const facts = { now: SAMPLE_NOW, access: connectionInfo(access.value), needed: {}, files: {} };
	const { read: input } = readInput(action, sample.input, facts);
	const status = sample.response?.status ?? 200;
	const reading = readingFor(action, carrier, status);
	return (body) => {
		if (!input.ok || !reading) return undefined;
		const response = { status, headers: { 'content-type': 'application/json' }, text: JSON.stringify(body) };
		const read = reading(response, input.value.input, facts);
		const [item] = read.ok ? read.value : [];
		return item && leaves(item);
	};
}

/** Values of every kind: the first that changes an item shows where the item gives the field. */
const TRIALS: readonly Json[] = [
	'documented',
	'2031-06-22T17:01:00+02:00',
	'17:01',
	'31.50 EUR',
	'31.5',
	'+33699887766',
	'https://carrier.example/documented',
	31,
	true,
	false,
	['documented'],
	['https://carrier.example/documented.png'],
	{ url: 'https://carrier.example/documented.png', accepted_by: 'documented', documented: 'documented' },
	null,
];

function withValue(body: Json, path: readonly string[], value: Json): Json {
	const [key, ...rest] = path;
	if (key === undefined) return value;
	if (Array.isArray(body))
		return body.map((each, index) => (String(index) === key ? withValue(each, rest, value) : each));
	return isJsonObject(body) ? { ...body, [key]: withValue(body[key] ?? {}, rest, value) } : body;
}

function givenIn(carrier: Carrier, { answers = [] }: FieldTable, field: string): string[] {
	const found = answers.flatMap(({ action: id, sample: index = 0, at = '' }) => {
		const action = actionOf(carrier, id);
		const sample = action.samples[index];
		if (action.kind !== 'call' || sample?.response?.body === undefined)
			throw new Error(`Sample ${index} of "${id}" has no answer to read`);
		const { body } = sample.response;
		if (typeof body === 'string') throw new Error(`Sample ${index} of "${id}" is no JSON`);
		const answer = answerOf(carrier, action, sample);
		const before = answer(body);
		if (!before) throw new Error(`Sample ${index} of "${id}" cannot be read`);
		const path = pathOf(at, field).split('.');
		for (const value of TRIALS) {
			const after = answer(withValue(body, path, value)) ?? new Map<string, string>();
			const changed = [...after].flatMap(([key, text]) => (before.get(key) === text ? [] : [key]));
			if (changed.length > 0) return changed;
		}
		return [];
	});
	return [...new Set(found.map((path) => path.replace(/\[\d+\]/g, '[]')))].sort();
}

export const documentedFields = (carrier: Carrier, each: FieldTable): FieldPlace[] =>
	each.fields
		.trim()
		.split(/\s+/)
		.map((field) => ({
			field,
			offered: offeredIn(carrier, each, field),
			given: givenIn(carrier, each, field),
			...(each.as?.[field] === undefined ? {} : { as: each.as[field] }),
			...(each.leftOut?.[field] === undefined ? {} : { leftOut: each.leftOut[field] }),
		}));
