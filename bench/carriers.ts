import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, parse } from 'node:path';

import type { Action } from '../shared/declare/action';
import type { Access } from '../shared/declare/connection';
import type { Carrier } from '../shared/declare/carrier';
import type { JsonObject } from '../shared/json';
import type { PollTrigger } from '../shared/declare/trigger';
import type { WireRequest, WireResponse } from '../shared/declare/wire';
import { carriers } from '../shared/registry';
import { connect } from '../shared/run/connect';

/** What the measurements need to know of a carrier: its folder of bench/carriers says it. */
export interface CarrierBench {
	/** A poll of a long list: how the carrier answers where it holds `count` rows, and when that is. */
	poll?: {
		trigger: PollTrigger;
		now: number;
		goal: string;
		answers(count: number): (request: WireRequest) => WireResponse;
	};
	/** Bookings: what a workflow gives for the nth one, and a carrier with just enough to book, list and read. */
	booking?: {
		action: Action;
		/** The field of the reference. */
		referenceKey: string;
		/** A morning's orders. */
		batch: { count: number; goal: string };
		input(nth: number): JsonObject;
		createCarrier(): (request: StubRequest) => StubResponse;
	};
}

export interface StubRequest {
	method: string;
	path: string;
	query: URLSearchParams;
	body: string;
}

export interface StubResponse {
	status: number;
	body: unknown;
}

const load = createRequire(__filename);
const folder = join(__dirname, 'carriers');

/** The one edge where a module is found by its path. */
const benchOf = (id: string): CarrierBench => (load(join(folder, id)) as { bench: CarrierBench }).bench;

export const benches = (): { carrier: Carrier; bench: CarrierBench }[] =>
	readdirSync(folder)
		.map((file) => parse(file).name)
		.flatMap((id) => {
			const carrier = carriers.find((each) => each.id === id);
			return carrier ? [{ carrier, bench: benchOf(id) }] : [];
		});

/** The first sample connection of a carrier, read. */
export function sampleAccess(carrier: Carrier, more: JsonObject = {}): Access {
	const [fields = {}] = Object.values(carrier.sampleConnections);
	const access = connect(carrier, { ...fields, ...more });
	if (!access.ok) throw new Error(access.failure.message);
	return access.value;
}

export const json = (body: unknown, headers: Record<string, string> = {}): WireResponse => ({
	status: 200,
	headers: { 'content-type': 'application/json', ...headers },
	text: JSON.stringify(body),
});
