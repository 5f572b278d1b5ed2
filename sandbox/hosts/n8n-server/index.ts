export { sandboxFields, storeSandboxCredentials, webhookSecret } from './accounts';
export { installPackage } from './package';
export { environmentOf, owner, type Place } from './environment';
export { freePort } from './free-port';
export { given, type Given } from './given';
export { launch, type N8nProcess } from './process';
export { itemsOf, N8nRest, type Execution, type Run, type StoredCredential, type Workflow, type WorkflowBody, type WorkflowNode } from './rest';
export { startServer, type N8nServer, type ServerOptions } from './server';
export { until } from './until';
