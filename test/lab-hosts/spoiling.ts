import { createSandbox } from '../../sandbox/carriers';
import type { Ports } from '../../shared/run/ports';
import { intact, type Breaking } from '../lab/scenario';

const idle = createSandbox();
let breaking: Breaking = intact;

/** What the hosts' adapters hand to the road goes through here. */
export const spoilt = (ports: Ports): Ports => breaking(ports, idle);

/** While it works, every road of this process has the mistake. */
export async function whileBroken<T>(mistake: Breaking, work: () => Promise<T>): Promise<T> {
	breaking = mistake;
	try {
		return await work();
	} finally {
		breaking = intact;
	}
}
