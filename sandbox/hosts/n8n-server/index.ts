export { sandboxFields, storeSandboxCredentials, webhookSecret } from './accounts';
export { installPackage } from './package';
export { environmentOf, owner } from './environment';
export { freePort } from './free-port';
export { readInstallation as given, type N8nInstallation as Given } from './installation';
export { launch, type N8nProcess } from './process';
export { everyTenSeconds, everyTenSecondsOfSchedule } from './poll-times';
export {
	itemsOf,
	N8nRest,
	type Execution,
	type Run,
	type StoredCredential,
	type Workflow,
	type WorkflowBody,
	type WorkflowNode,
} from './rest';
export { startServer, type N8nServer, type ServerOptions } from './server';
export { waitUntil as until } from './wait-until';
