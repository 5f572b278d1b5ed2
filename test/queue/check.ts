import type { Listening, Sandbox } from '../../sandbox/carriers';
import type { StoredCredential } from '../../sandbox/hosts/n8n-server';
import type { Cluster } from './cluster';

export interface Stage {
	cluster: Cluster;
	sandbox: Sandbox;
	urls: Listening['urls'];
	cyke: StoredCredential;
	/** Books in Cyke's own screens; gives the delivery's number. */
	bookOutside(reference: string): number;
	/** Numbers of the live deliveries with this reference. */
	live(reference: string): number[];
}

/** What a check found, in words for its line; a check that fails throws. */
export interface Check {
	title: string;
	run(stage: Stage): Promise<string>;
}

