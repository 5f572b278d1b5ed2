import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../set-up/root.mjs';
import { manifestOf } from '../lint/packages.mjs';

const list = (folder, name) => JSON.parse(readFileSync(join(root, folder, 'dist/types', name), 'utf8'));

const sorted = (entries) => Object.fromEntries([...entries].sort(([a], [b]) => (a < b ? -1 : 1)));

/** The values of a field, if it has a fixed list of them. */
const valuesOf = ({ type, options = [] }) =>
	type === 'options' || type === 'multiOptions' ? { values: options.map(({ value }) => String(value)).sort() } : {};

/** Fields inside a field: of a collection, or of the lines of a fixed collection. */
const innerFields = ({ type, options = [] }) =>
	type === 'collection'
		? options
		: type === 'fixedCollection'
			? options.flatMap(({ name, values = [] }) => values.map((each) => ({ ...each, name: `${name}.${each.name}` })))
			: [];

/** Where a field is shown: "delivery.create." or "newDelivery.". The same name may mean different fields there. */
function placesOf({ displayOptions: { show = {} } = {} }) {
	const { resource, operation, event } = show;
	if (resource && operation) return resource.flatMap((each) => operation.map((one) => `${each}.${one}.`));
	return (resource ?? event ?? ['']).map((each) => (each === '' ? '' : `${each}.`));
}

const asField = (property) => ({
	type: property.type,
	...(property.required ? { required: true } : {}),
	...valuesOf(property),
});

function fieldsOf(properties, above = '') {
	return properties
		.filter(({ type }) => type !== 'notice' && type !== 'hidden')
		.flatMap((property) =>
			placesOf(property).flatMap((place) => {
				const key = `${above}${place}${property.name}`;
				return [[key, asField(property)], ...fieldsOf(innerFields(property), `${key}.`)];
			}),
		);
}

const nodeOf = ({ version, credentials = [], properties }) => ({
	versions: [version].flat(),
	credentials: credentials.map(({ name }) => name).sort(),
	fields: sorted(fieldsOf(properties)),
});

/** What workflows can rely on in a built package: nodes, their fields and values, and credentials. */
export function definitionOf(folder) {
	return {
		version: manifestOf(folder).version,
		nodes: sorted(list(folder, 'nodes.json').map((node) => [node.name, nodeOf(node)])),
		credentials: sorted(
			list(folder, 'credentials.json').map(({ name, properties }) => [name, sorted(fieldsOf(properties))]),
		),
	};
}
