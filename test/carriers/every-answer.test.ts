import type { Json } from '../../shared/json';
import { isJsonObject } from '../../shared/json';
import { performSample } from '../core/perform-sample';
import { cases, type Case } from '../core/samples';

type Path = readonly string[];

function pathsIn(value: Json | undefined, above: Path = []): Path[] {
	const entries = Array.isArray(value) || isJsonObject(value) ? Object.entries(value) : [];
	return entries.flatMap(([key, each]) => [[...above, key], ...pathsIn(each, [...above, key])]);
}

/** A copy with another value in one place; undefined takes it away. */
function put(value: Json | undefined, [key = '', ...rest]: Path, odd: Json | undefined): Json {
	const change = (each: Json | undefined) => (rest.length === 0 ? odd : put(each, rest, odd));
	if (Array.isArray(value)) return value.map((each, at) => (String(at) === key ? (change(each) ?? null) : each));
	return JSON.parse(JSON.stringify(isJsonObject(value) ? { ...value, [key]: change(value[key]) } : value)) as Json; // JSON again
}

/** What an answer is good for nothing without, by action; a number stands for any row. */
const needed: Readonly<Record<string, RegExp>> = {
	'cubyn account.get': /^auth(\.user(\.id)?)?$/,
	'cubyn claim.addAttachments': /^incident(\.id)?$/,
	'cubyn claim.uploadFile': /^key$/,
	'cubyn inboundDelivery.getDocument': /^url$/,
	'cubyn lot.getAllByWarehouse': /^lots(\.0)?$/,
	'cubyn product.getAllByWarehouse': /^products(\.0(\.productId)?)?$/,
	'cubyn timeSlot.getAll': /^0\.date$/,
	'cyke packageType.getAll': /^0\.type$/,
	'deliverit account.get': /^(login|company)$/,
	'deliverit customerInfo.cancel': /^canceled$/,
	'deliverit order.getAll': /^orders(\.0)?$/,
	'deliverit price.get': /^price_ex_vat$/,
	'hubrise callback.get': /^events$/,
	'hubrise callback.set': /^events$/,
	'hubrise event.get': /^(resource|event)_type$/,
	'hubrise event.getAll': /^0\.(resource|event)_type$/,
};

const isNeeded = ({ carrier, action }: Case, path: Path): boolean => {
	const place = path.join('.').replace(/\b\d+\b/g, '0');
	return /^(0|(0\.)?id)$/.test(place) || (needed[`${carrier.id} ${action.id}`]?.test(place) ?? false);
};

async function read(each: Case, body: Json) {
	const { result } = await performSample(each, { response: { body } });
	return result.ok ? result.value.length : result.failure.code;
}

const calls = cases.filter(({ action }) => action.kind === 'call');

test.each(calls.map((each) => [each.name, each] as const))(
	'%s: no secondary field of the answer spoils it',
	async (_name, each) => {
		const { body } = each.sample.response;
		const whole = await read(each, body);
		const spoilt: string[] = [];
		for (const path of pathsIn(body).filter((place) => !isNeeded(each, place)))
			for (const odd of [undefined, null, { a: 1 }, 5.5, [5]])
				if ((await read(each, put(body, path, odd))) !== whole)
					spoilt.push(`${path.join('.')}: ${JSON.stringify(odd)}`);
		expect(spoilt).toEqual([]);
	},
	60_000,
);
