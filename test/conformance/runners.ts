import type { Action } from '../../shared/declare/action';
import type { Sample } from '../../shared/declare/sample';
import type { Carrier } from '../../shared/declare/carrier';
import type { JsonObject } from '../../shared/json';
import { perform } from '../../shared/run/perform';
import { response, SAMPLE_NOW, scriptedPorts } from '../core/scripted-ports';
import { accessOf, headersOf, respondFromSample, filesOf, partsOf } from '../core/samples';
import { emptyList } from '../core/empty-list';
import { runOnN8n } from '../n8n/run-on-n8n';
import { runOnZapier } from '../zapier/run-on-zapier';

/** A request, with the headers by which a carrier knows who sends it and what it is given. */
export interface Call {
	method: string;
	path: string;
	query: Record<string, string>;
	body: unknown;
	sentHeaders: Record<string, string | undefined>;
}

export interface Outcome {
	calls: Call[];
	items: JsonObject[];
}

export type Runner = (carrier: Carrier, action: Action, sample: Sample) => Promise<Outcome>;

interface ReceivedRequest {
	method: string;
	path: string;
	query: Record<string, string>;
	body: unknown;
	headers: Readonly<Record<string, string | string[] | undefined>>;
}

function toCall(carrier: Carrier, sample: Sample, { method, path, query, body, headers }: ReceivedRequest): Call {
	const names = [...Object.keys(headersOf(accessOf(carrier, sample.connection))), 'content-type', 'accept'];
	// Some clients add the character set; the carrier reads the same.
	const sentHeaders = Object.fromEntries(names.map((name) => [name, headers[name]?.toString().replace(/;.*$/, '')]));
	return { method, path, query, body, sentHeaders };
}

const core: Runner = async (carrier, action, sample) => {
	const respond = respondFromSample(sample);
	const emptyResponse = emptyList(action);
	const ports = scriptedPorts(
		async (request, nth) => {
			const result = await respond(request, nth);
			return 'noResponse' in result && emptyResponse ? response(emptyResponse.status, emptyResponse.body) : result;
		},
		SAMPLE_NOW,
		filesOf(sample.files),
	);
	const result = await perform(
		{ carrier, action, access: accessOf(carrier, sample.connection), values: sample.input },
		ports,
	);
	if (!result.ok) throw new Error(result.failure.message);
	return {
		calls: ports.sent.map((request) => toCall(carrier, sample, { ...partsOf(request), headers: request.headers })),
		items: result.value,
	};
};

const n8n: Runner = async (carrier, action, sample) => {
	const { requests, items, error } = await runOnN8n(action, sample);
	if (error !== undefined) throw new Error(error);
	return {
		calls: requests.map((request) => toCall(carrier, sample, request)),
		items: items.map(({ json }) => JSON.parse(JSON.stringify(json))),
	};
};

const zapier =
	(kind: 'all' | 'single'): Runner =>
	async (carrier, action, sample) => {
		const { requests, items, error } = await runOnZapier(carrier, action, sample, kind);
		if (error !== undefined) throw new Error(error);
		return {
			calls: requests.map((request) => toCall(carrier, sample, request)),
			items: items.map((item) => JSON.parse(JSON.stringify(item))),
		};
	};

/** Every way from a form to a carrier. */
export const runners: Readonly<Record<string, Runner>> = {
	core,
	n8n,
	'Zapier, all carriers': zapier('all'),
	'Zapier, one carrier': zapier('single'),
};
