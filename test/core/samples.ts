import type { Action } from '../../shared/declare/action';
import type { Sample, SampleFile } from '../../shared/declare/sample';
import type { Carrier } from '../../shared/declare/carrier';
import type { Access } from '../../shared/declare/connection';
import { carriers } from '../../shared/registry';
import { connect } from '../../shared/run/connect';
import type { FileSource } from '../../shared/run/ports';
import { decodeBody, decodeQuery } from './decode';
import { answer, lost, type Answering } from './ports';

export interface Case {
	carrier: Carrier;
	action: Action;
	sample: Sample;
	access: Access;
	name: string;
}

export function accessOf(carrier: Carrier, connection?: string): Access {
	const name = connection ?? Object.keys(carrier.sampleConnections)[0] ?? '';
	const access = connect(carrier, carrier.sampleConnections[name] ?? {});
	if (!access.ok) throw new Error(access.failure.message);
	return access.value;
}

/** Every sample of every action of every carrier. */
export const cases: Case[] = carriers.flatMap((carrier) =>
	carrier.actions.flatMap((action) =>
		action.samples.map((sample) => ({
			carrier,
			action,
			sample,
			access: accessOf(carrier, sample.connection),
			name: `${carrier.id} ${action.id}: ${sample.title}`,
		})),
	),
);

export interface Sent {
	method: string;
	path: string;
	query: Record<string, string>;
	body: unknown;
}

/** A request by its parts, its body decoded by its own content type. */
export function partsOf(request: { method: string; url: string; headers: Readonly<Record<string, string>>; body?: string | Uint8Array }): Sent {
	const url = new URL(request.url);
	return { method: request.method, path: url.pathname, query: decodeQuery(url), body: decodeBody(request.body, request.headers['content-type']) };
}

type Known = Pick<Sample, 'request' | 'answer' | 'reads'>;

/** What a sample answers to a call: its own request as documented, others as its `reads` say; undefined for what it does not know. */
export function sampleAnswer({ request, answer: own, reads }: Known, { method, path }: { method: string; path: string }): Sample['answer'] | undefined {
	if (method === request?.method && path === request.path) return own;
	return reads?.[`${method} ${path}`] ?? reads?.[path];
}

/** Answers what the sample knows; anything else is lost. */
export function answersOf(sample: Known): Answering {
	return (request) => {
		const said = sampleAnswer(sample, partsOf(request));
		return said ? answer(said.status, said.body, said.headers) : lost('no');
	};
}

/** The files of a sample, as a host hands them over. */
export const filesOf = (files: Readonly<Record<string, SampleFile>> = {}): FileSource => ({
	read: async (handle) => {
		const found = files[handle];
		return found ? { file: { name: found.name, contentType: found.contentType, bytes: Buffer.from(found.base64, 'base64') } } : { problem: 'leads to no file' };
	},
});
