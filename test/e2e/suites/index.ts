import type { E2eEnvironment } from '../environment';
import { makeCredentials } from './credential';
import { showErrors } from './errors';
import { sendFile } from './file';
import { fillForms } from './fill-forms';
import { findNodes } from './find-nodes';
import { openForms } from './open-forms';
import { noExternalCalls } from './no-external-calls';
import { nightlyReconcile } from '../ready-workflows/nightly-reconcile';
import { failedDelivery } from '../ready-workflows/failed-delivery';
import { morningRun } from '../ready-workflows/morning-run';
import { prestaShopOrders } from '../ready-workflows/prestashop';
import { proposedTimes } from '../ready-workflows/proposed-times';
import { shopifyOrders } from '../ready-workflows/shopify';
import { wooCommerceOrders } from '../ready-workflows/woocommerce';
import { inRealTime, runReadyWorkflows } from './ready-workflows';
import { signIn } from './sign-in';
import { useAsTool } from './tool';
import { fireTriggers } from './triggers';

/** In the order in which a new user meets them. */
export const suites: Readonly<Record<string, (environment: E2eEnvironment) => Promise<void>>> = {
	'sign-in': signIn,
	find: findNodes,
	credential: makeCredentials,
	fill: fillForms,
	file: sendFile,
	errors: showErrors,
	// Before the couriers ride ahead of n8n's own clock.
	woocommerce: inRealTime(wooCommerceOrders),
	prestashop: inRealTime(prestaShopOrders),
	shopify: inRealTime(shopifyOrders),
	'proposed-times': inRealTime(proposedTimes),
	night: inRealTime(nightlyReconcile),
	morning: inRealTime(morningRun),
	'failed-delivery': inRealTime(failedDelivery),
	ready: runReadyWorkflows,
	triggers: fireTriggers,
	tool: useAsTool,
	forms: openForms,
	'external-calls': noExternalCalls,
};
