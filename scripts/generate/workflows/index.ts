import { workflowText, type ReadyWorkflow } from './canvas';
import { prestashop } from './prestashop';
import { shopOrders } from './shop-orders';
import { shopify } from './shopify';
import { woocommerce } from './woocommerce';

export const readyWorkflows: readonly ReadyWorkflow[] = [
	shopOrders(woocommerce),
	shopOrders(shopify),
	shopOrders(prestashop),
];

/** The ready workflows that are made from declarations: path and text. */
export const workflowFiles = (): Record<string, string> =>
	Object.fromEntries(readyWorkflows.map((workflow) => [`templates/n8n/${workflow.file}.json`, workflowText(workflow)]));
