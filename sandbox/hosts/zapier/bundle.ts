import type { PlainInputField } from '../../../zapier/src/platform';

/** The input of a step. */
export interface StepInput {
	[key: string]: unknown;
}

export interface Meta {
	isPopulatingDedupe: boolean;
	isLoadingSample: boolean;
	isFillingDynamicDropdown: boolean;
	page: number;
}

export interface RawRequest {
	headers: Record<string, string>;
	/** The query string of the address. */
	querystring?: string;
	body: string;
}

/** Empty fields arrive as empty texts. Line items also arrive as one text per column. */
function toPlatformInput(fields: readonly PlainInputField[], input: StepInput): StepInput {
	const empty = Object.fromEntries(
		fields.filter((field) => field.type !== 'copy' && !field.children).map((field) => [field.key, '']),
	);
	const columns = fields.flatMap((field) => {
		const rows: unknown = input[field.key];
		if (!field.children || !Array.isArray(rows)) return [];
		return field.children.map((child) => [
			child.key,
			rows.map((row) => String(Object.entries(Object(row)).find(([key]) => key === child.key)?.[1] ?? '')).join(','),
		]);
	});
	return { ...empty, ...input, ...Object.fromEntries(columns) };
}

/** The platform writes the names of a webhook's headers in its own way. */
const platformHeaders = (headers: Record<string, string>) =>
	Object.fromEntries(
		Object.entries(headers).map(([name, value]) => [
			`Http-${name.toLowerCase().replace(/(^|-)[a-z]/g, (letter) => letter.toUpperCase())}`,
			value,
		]),
	);

const defaultMeta = {
	isBulkRead: false,
	isTestingAuth: false,
	limit: -1,
	isPopulatingDedupe: false,
	isLoadingSample: false,
	isFillingDynamicDropdown: false,
	page: 0,
};

export interface Zap {
	id: string;
	authData: Record<string, string>;
	timezone: string;
}

export function bundleOf(
	zap: Zap,
	fields: readonly PlainInputField[],
	input: StepInput,
	meta: Partial<Meta> = {},
	raw?: RawRequest,
): object {
	return {
		authData: zap.authData,
		inputData: toPlatformInput(fields, input),
		inputDataRaw: {},
		meta: { ...defaultMeta, ...meta, timezone: zap.timezone, zap: { id: zap.id, user: { timezone: zap.timezone } } },
		...(raw
			? {
					rawRequest: {
						method: 'POST',
						querystring: raw.querystring ?? '',
						headers: platformHeaders(raw.headers),
						content: raw.body,
					},
					cleanedRequest: {},
				}
			: {}),
	};
}
