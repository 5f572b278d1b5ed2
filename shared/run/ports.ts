import type { ConnectionInfo, ReadyAccess } from '../declare/connection';
import type { Item } from '../declare/facts';
import type { Result } from '../declare/failure';
import type { Json } from '../json';
import type { InputFile, WireResponse, WireFile, WireRequest } from '../declare/wire';
import type { Limiter } from './limiter';
import type { Locks } from './locks';
import type { SecretStore } from './secret-store';

/** A request without a response, and whether the carrier may have received it. */
export interface NoResponse {
	/** `no`: proven, e.g. the connection was refused. `maybe`: it may have arrived. */
	delivered: 'no' | 'maybe';
	/** For people: "the connection was closed before the answer came". */
	reason: string;
	/** There was an answer, larger than is read. */
	isTooLarge?: true;
}

export type SendResult = { response: WireResponse } | { noResponse: NoResponse };

/** The connection that a link belongs to. */
export interface FileOrigin {
	base: ConnectionInfo['base'];
	/** Missing for a public link: no credentials are sent with it. */
	access?: ReadyAccess;
}

/** Sends one request. Never follows a redirect, never throws for a status. */
export interface Transport {
	/** Adds the credentials of `access`. The pipeline has already checked the address. */
	send(request: WireRequest, access: ReadyAccess, timeoutMs: number): Promise<SendResult>;
	/** Fetches a file. Credentials are sent only if the origin has them. */
	fetchFile(url: string, origin: FileOrigin, timeoutMs: number): Promise<WireFile | { noResponse: NoResponse }>;
}

/** Small cached values, per host process or account. A missing value costs a request, never a booking. */
export interface Store {
	get(key: string): Promise<Json | undefined>;
	set(key: string, value: Json, ttlMs: number): Promise<void>;
}

/** Reads the files that a user's input names by handle. */
export interface FileSource {
	/** `problem` completes "The field …". A file larger than `mostBytes` need not be read to its end. */
	read(handle: string, maxBytes: number): Promise<{ file: InputFile } | { problem: string }>;
}

/** Reads a list through the given ports, back to a moment where the list can be cut there. */
export type LoadList = (ports: Ports, from: number) => Promise<Result<Item[]>>;

/** What an item needs of a list that it shares. Moments are milliseconds since 1970. */
export interface ListNeed {
	/** The list is begun after this moment: it never predates a doubt that it settles. */
	since: number;
	/** The list reaches back to this moment. */
	from: number;
	/** Until then the list may wait for other items to share it. Without it the list begins at once. */
	until?: number;
}

/** Lists that the items of one batch share, so that a batch does not read the same list for every item. */
export interface SharedLists {
	/** The number of items of the batch. */
	readonly size: number;
	/** Items that wait for others to share a list. More may be begun meanwhile. */
	readonly waiting: number;
	/**
	 * Works on an item of the batch: a list that waits for company begins when all items that are worked on wait.
	 * `onWaiting` is called when one comes to wait.
	 */
	track<T>(work: () => Promise<T>, onWaiting: () => void): Promise<T>;
	/** A list as it is needed: one at hand, one that others wait for, or a new one, which `load` reads. */
	read(key: string, need: ListNeed, ports: Ports, load: LoadList): Promise<Result<Item[]>>;
}

/** Everything the pipeline needs from outside. A test can replace any of it. */
export interface Ports {
	transport: Transport;
	/** Milliseconds since 1970. */
	now(): number;
	sleep(ms: number): Promise<void>;
	/** In [0, 1). */
	random(): number;
	store: Store;
	secrets: SecretStore;
	limiter: Limiter;
	locks: Locks;
	/** Given where several items run as one batch. */
	lists?: SharedLists;
	/** Missing where a host has no files. */
	files?: FileSource;
	/** True once the user has stopped the run. Called only between requests. */
	cancelled?(): boolean;
}
