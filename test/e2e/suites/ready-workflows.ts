import { missedDeliveryToClaim } from '../ready-workflows/cubyn';
import { hubRiseOrders } from '../ready-workflows/hubrise';
import { prestaShopToCubyn } from '../ready-workflows/prestashop';
import { shopifyToDeliverIt } from '../ready-workflows/shopify';
import { wooCommerceToCyke } from '../ready-workflows/woocommerce';
import type { E2eEnvironment } from '../environment';

/** Every workflow of templates/n8n, imported from its file, published and run. */
export async function runReadyWorkflows(environment: E2eEnvironment): Promise<void> {
	const { clock } = environment.sandbox;
	clock.realTime(1);
	try {
		for (const runWorkflow of [
			wooCommerceToCyke,
			shopifyToDeliverIt,
			missedDeliveryToClaim,
			prestaShopToCubyn,
			hubRiseOrders,
		])
			await runWorkflow(environment);
	} finally {
		clock.stop();
	}
}
