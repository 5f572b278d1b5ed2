import { workflowText, type ReadyWorkflow } from './canvas';
import { proposers } from './carrier-steps';
import { failedDelivery } from './failed-delivery';
import { morningRun } from './morning-run';
import { carrierWorkflows } from './of-carriers';
import { prestashop } from './prestashop';
import { proposedTimes } from './proposed-times';
import { reconcile } from './reconcile';
import { shopOrders } from './shop-orders';
import { shopify } from './shopify';
import { woocommerce } from './woocommerce';

const shops = [woocommerce, shopify, prestashop];

export const readyWorkflows: readonly ReadyWorkflow[] = [
	...shops.flatMap((shop) => [shopOrders(shop), reconcile(shop), morningRun(shop), failedDelivery(shop)]),
	...proposers.flatMap((proposer) => shops.map((shop) => proposedTimes(shop, proposer))),
	...carrierWorkflows,
];

/** The ready workflows that are made from declarations: path and text. */
export const workflowFiles = (): Record<string, string> =>
	Object.fromEntries(readyWorkflows.map((workflow) => [`templates/n8n/${workflow.file}.json`, workflowText(workflow)]));
