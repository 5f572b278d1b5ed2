// Written by "npm run generate": what the nodes and credentials of this package import. It is bundled to dist/core.js.
export { actionNode } from '../../nodes/adapter/action-node';
export { authenticate, credentialTest } from '../../nodes/adapter/authenticate';
export { credentialProperties, oauthProperties } from '../../nodes/adapter/credential-properties';
export { pollNode } from '../../nodes/adapter/poll-node';
export { webhookNode } from '../../nodes/adapter/webhook-node';
export { hubrise } from '../../shared/carriers/hubrise/carrier';
