import { missedDeliveryToClaim } from '../ready/cubyn';
import { hubRiseByCyke } from '../ready/hubrise';
import { prestaShopToCubyn } from '../ready/prestashop';
import { shopifyToDeliverIt } from '../ready/shopify';
import { wooCommerceToCyke } from '../ready/woocommerce';
import type { World } from '../world';

/** Every workflow of templates/n8n, imported from its file, published and run. */
export async function runReadyWorkflows(world: World): Promise<void> {
	const { clock } = world.sandbox;
	clock.realTime(1);
	try {
		for (const story of [wooCommerceToCyke, shopifyToDeliverIt, missedDeliveryToClaim, prestaShopToCubyn, hubRiseByCyke]) await story(world);
	} finally {
		clock.stop();
	}
}
