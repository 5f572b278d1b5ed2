import { workflowText, type ReadyWorkflow } from './canvas';
import { proposers } from './carrier-steps';
import { failedDelivery } from './failed-delivery';
import { hubRiseOrders } from './hubrise';
import { morningRun } from './morning-run';
import { prestashop } from './prestashop';
import { proposedTimes } from './proposed-times';
import { reconcile } from './reconcile';
import { shopOrders } from './shop-orders';
import { shopify } from './shopify';
import { woocommerce } from './woocommerce';

export const readyWorkflows: readonly ReadyWorkflow[] = [
	...[woocommerce, shopify].flatMap((shop) => [shopOrders(shop), reconcile(shop), morningRun(shop)]),
	shopOrders(prestashop),
	reconcile(prestashop),
	morningRun(prestashop),
	...[woocommerce, shopify, prestashop].map(failedDelivery),
	hubRiseOrders,
	...proposers.flatMap((proposer) => [woocommerce, shopify, prestashop].map((shop) => proposedTimes(shop, proposer))),
];

/** The ready workflows that are made from declarations: path and text. */
export const workflowFiles = (): Record<string, string> =>
	Object.fromEntries(readyWorkflows.map((workflow) => [`templates/n8n/${workflow.file}.json`, workflowText(workflow)]));
