import type { Access } from '../declare/connection';
import type { Json } from '../declare/json';
import type { GivenFile, WireAnswer, WireFile, WireRequest } from '../declare/wire';
import type { Limiter } from './limiter';
import type { Locks } from './locks';

/** A request that brought no answer, and whether the carrier can have seen it. */
export interface Lost {
	/** `no`: proven, e.g. the connection was refused. `maybe`: it may have arrived. */
	sent: 'no' | 'maybe';
	/** For people: "the connection was closed before the answer came". */
	why: string;
}

export type Sent = { answer: WireAnswer } | { lost: Lost };

/** Sends one request. Never follows a redirect, never throws for a status. */
export interface Transport {
	/** Adds the credentials of `access`; the address has been checked by the road. */
	send(request: WireRequest, access: Access, timeoutMs: number): Promise<Sent>;
	/** Fetches a file; credentials only where `access` is given. */
	fetchFile(url: string, access: Access | undefined, timeoutMs: number): Promise<WireFile | { lost: Lost }>;
}

/** Small values kept for a while, per host process or account. Losing one costs a request, never a booking. */
export interface Memory {
	get(key: string): Promise<Json | undefined>;
	set(key: string, value: Json, ttlMs: number): Promise<void>;
}

/** Reads the files that a user's input names by handle. */
export interface FileSource {
	/** `problem` completes "The field …". A file larger than `mostBytes` need not be read to its end. */
	read(handle: string, mostBytes: number): Promise<{ file: GivenFile } | { problem: string }>;
}

/** All that the road needs from outside. A test swaps any of it. */
export interface Ports {
	transport: Transport;
	/** Milliseconds since 1970. */
	now(): number;
	sleep(ms: number): Promise<void>;
	/** In [0, 1). */
	random(): number;
	memory: Memory;
	limiter: Limiter;
	locks: Locks;
	/** Missing where a host hands over no files. */
	files?: FileSource;
	/** True once the user has stopped the run; asked between requests only. */
	cancelled?(): boolean;
}
