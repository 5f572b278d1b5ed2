import type { Listening, Sandbox } from '../../sandbox/carriers';
import type { StoredCredential } from '../../sandbox/hosts/n8n-server';
import type { Cluster } from './cluster';

export interface QueueEnvironment {
	cluster: Cluster;
	sandbox: Sandbox;
	urls: Listening['urls'];
	cyke: StoredCredential;
	/** Books in Cyke's own screens; gives the delivery's number. */
	bookAtCarrier(reference: string): number;
	/** Numbers of the live deliveries with this reference. */
	activeIds(reference: string): number[];
}

/** The result of a check, in words for its line. A check that fails throws. */
export interface Check {
	title: string;
	run(environment: QueueEnvironment): Promise<string>;
}
