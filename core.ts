// Written by "npm run generate": what the nodes and credentials of this package import. It is bundled to dist/core.js.
export { actionNode } from './nodes/adapter/action-node';
export { anyCarrierNode } from './nodes/adapter/any-carrier-node';
export { authenticate, credentialTest } from './nodes/adapter/authenticate';
export { credentialProperties, oauthProperties } from './nodes/adapter/credential-properties';
export { pollNode } from './nodes/adapter/poll-node';
export { webhookNode } from './nodes/adapter/webhook-node';
export { cubyn } from './shared/carriers/cubyn/carrier';
export { cyke } from './shared/carriers/cyke/carrier';
export { deliverit } from './shared/carriers/deliverit/carrier';
export { hubrise } from './shared/carriers/hubrise/carrier';
export { carriers } from './shared/registry';
