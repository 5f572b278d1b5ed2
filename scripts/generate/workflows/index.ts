import { workflowText, type ReadyWorkflow } from './canvas';
import { failedDelivery } from './failed-delivery';
import { morningRun } from './morning-run';
import { carrierWorkflows } from './of-carriers';
import { prestashop } from './prestashop';
import { reconcile } from './reconcile';
import { shopOrders } from './shop-orders';
import { shopify } from './shopify';
import { woocommerce } from './woocommerce';

export const readyWorkflows: readonly ReadyWorkflow[] = [
	...[woocommerce, shopify].flatMap((shop) => [shopOrders(shop), reconcile(shop), morningRun(shop)]),
	shopOrders(prestashop),
	failedDelivery(woocommerce),
	...carrierWorkflows,
];

/** The ready workflows that are made from declarations: path and text. */
export const workflowFiles = (): Record<string, string> =>
	Object.fromEntries(readyWorkflows.map((workflow) => [`templates/n8n/${workflow.file}.json`, workflowText(workflow)]));
