import { createSandbox } from '../../sandbox/carriers';
import type { Ports } from '../../shared/run/ports';
import { noDefect, type Defect } from '../lab/scenario';

const idleSandbox = createSandbox();
let activeDefect: Defect = noDefect;

/** All requests from the host adapters to the pipeline go through here. */
export const applyDefect = (ports: Ports): Ports => activeDefect(ports, idleSandbox);

/** While it runs, every pipeline of this process has the defect. */
export async function withDefect<T>(defect: Defect, work: () => Promise<T>): Promise<T> {
	activeDefect = defect;
	try {
		return await work();
	} finally {
		activeDefect = noDefect;
	}
}
