import type { Action, Sample } from '../../shared/declare/action';
import type { Carrier } from '../../shared/declare/carrier';
import type { Access } from '../../shared/declare/connection';
import { carriers } from '../../shared/registry';
import { connect } from '../../shared/run/connect';
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
export function partsOf(request: { method: string; url: string; headers: Readonly<Record<string, string>>; body?: string }): Sent {
	const url = new URL(request.url);
	const form = request.headers['content-type']?.startsWith('application/x-www-form-urlencoded');
	return {
		method: request.method,
		path: url.pathname,
		query: Object.fromEntries(url.searchParams),
		body: request.body === undefined ? undefined : form ? Object.fromEntries(new URLSearchParams(request.body)) : JSON.parse(request.body),
	};
}

/** Answers a sample's reads, and the call itself as documented; anything else is lost. */
export function answersOf(sample: Sample): Answering {
	return (request) => {
		const { method, path } = partsOf(request);
		if (method === sample.request.method && path === sample.request.path) return answer(sample.answer.status, sample.answer.body);
		const read = sample.reads?.[path];
		return read ? answer(read.status, read.body) : lost('no');
	};
}
