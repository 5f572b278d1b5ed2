import type { NetworkCode, Phase } from './faults.types';

const MESSAGES: Record<NetworkCode, string> = {
	ECONNREFUSED: 'connect ECONNREFUSED',
	ENOTFOUND: 'getaddrinfo ENOTFOUND',
	ECONNRESET: 'read ECONNRESET',
	ETIMEDOUT: 'connect ETIMEDOUT',
};

/** What an in-process call throws where a socket would have broken. */
export class NetworkFault extends Error {
	override readonly name = 'NetworkFault';

	constructor(
		readonly code: NetworkCode,
		/** Whether the carrier had handled the request. A real client cannot know; only tests may look. */
		readonly phase: Phase,
		host: string,
	) {
		super(`${MESSAGES[code]} ${host}`);
	}
}
