import { missedDeliveryToClaim } from '../ready-workflows/cubyn';
import { hubRiseOrders } from '../ready-workflows/hubrise';
import type { E2eEnvironment } from '../environment';

type Suite = (environment: E2eEnvironment) => Promise<void>;

/** Ready workflows, imported from their files, published and run while the carriers' clock keeps time with n8n's. */
export const inRealTime =
	(...runs: readonly Suite[]): Suite =>
	async (environment) => {
		const { clock } = environment.sandbox;
		clock.realTime(1);
		try {
			for (const runWorkflow of runs) await runWorkflow(environment);
		} finally {
			clock.stop();
		}
	};

export const runReadyWorkflows = inRealTime(missedDeliveryToClaim, hubRiseOrders);
