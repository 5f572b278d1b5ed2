import { isJsonObject } from '../../json';

/** Names that the GraphQL Admin API and the REST API have for one thing. */
const RENAMED: Readonly<Record<string, string>> = {
	display_financial_status: 'financial_status',
	display_fulfillment_status: 'fulfillment_status',
	country_code_v2: 'country_code',
	custom_attributes: 'note_attributes',
	legacy_resource_id: 'legacy_resource_id',
};

const snake = (key: string) => key.replace(/([a-z\d])([A-Z])/g, '$1_$2').toLowerCase();

const renamed = (key: string) => {
	const plain = snake(key);
	return Object.hasOwn(RENAMED, plain) ? (RENAMED[plain] ?? plain) : plain;
};

/** Deeper than any order; JSON made to be deep is cut instead of overflowing. */
const DEEPEST = 14;

/** An order of the GraphQL Admin API as the REST API writes it: snake case, lists without nodes and edges. */
export function restShape(json: unknown, depth = 0): unknown {
	if (depth > DEEPEST) return null;
	if (Array.isArray(json)) return json.map((item) => restShape(item, depth + 1));
	if (!isJsonObject(json)) return json;
	if (Array.isArray(json.nodes)) return restShape(json.nodes, depth + 1);
	if (Array.isArray(json.edges))
		return json.edges.map((edge) => restShape(isJsonObject(edge) ? edge.node : edge, depth + 1));
	return Object.fromEntries(Object.entries(json).map(([key, value]) => [renamed(key), restShape(value, depth + 1)]));
}
