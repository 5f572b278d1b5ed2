import type { ICredentialType, INodeType } from 'n8n-workflow';
import { PackageDirectoryLoader } from 'n8n-core';

import { CubynApi } from '../../../credentials/CubynApi.credentials';
import { CykeApi } from '../../../credentials/CykeApi.credentials';
import { DeliverItApi } from '../../../credentials/DeliverItApi.credentials';
import { HubRiseApi } from '../../../credentials/HubRiseApi.credentials';
import { HubRiseOAuth2Api } from '../../../credentials/HubRiseOAuth2Api.credentials';
import { Cubyn } from '../../../nodes/Cubyn/Cubyn.node';
import { CubynTrigger } from '../../../nodes/Cubyn/CubynTrigger.node';
import { CubynWebhookTrigger } from '../../../nodes/Cubyn/CubynWebhookTrigger.node';
import { Cyke } from '../../../nodes/Cyke/Cyke.node';
import { CykeTrigger } from '../../../nodes/Cyke/CykeTrigger.node';
import { CykeWebhookTrigger } from '../../../nodes/Cyke/CykeWebhookTrigger.node';
import { DeliverIt } from '../../../nodes/DeliverIt/DeliverIt.node';
import { DeliverItTrigger } from '../../../nodes/DeliverIt/DeliverItTrigger.node';
import { HubRise } from '../../../nodes/HubRise/HubRise.node';
import { HubRiseTrigger } from '../../../nodes/HubRise/HubRiseTrigger.node';
import { HubRiseWebhookTrigger } from '../../../nodes/HubRise/HubRiseWebhookTrigger.node';

export const PACKAGE = 'n8n-nodes-waybill';

/** The nodes and credential types that an n8n has installed, by name. */
export interface Installed {
	nodes: ReadonlyMap<string, INodeType>;
	credentials: ReadonlyMap<string, ICredentialType>;
}

/** Straight from the sources. */
export function fromSources(): Installed {
	const nodes = [
		new Cubyn(),
		new CubynTrigger(),
		new CubynWebhookTrigger(),
		new Cyke(),
		new CykeTrigger(),
		new CykeWebhookTrigger(),
		new DeliverIt(),
		new DeliverItTrigger(),
		new HubRise(),
		new HubRiseTrigger(),
		new HubRiseWebhookTrigger(),
	];
	const credentials = [new CubynApi(), new CykeApi(), new DeliverItApi(), new HubRiseApi(), new HubRiseOAuth2Api()];
	return {
		nodes: new Map(nodes.map((node) => [`${PACKAGE}.${node.description.name}`, node])),
		credentials: new Map(credentials.map((credential) => [credential.name, credential])),
	};
}

/** As n8n loads an installed package: a folder with package.json and dist. */
export async function fromPackage(folder: string): Promise<Installed> {
	const loader = new PackageDirectoryLoader(folder);
	await loader.loadAll();
	const nodes = new Map<string, INodeType>();
	for (const [name, { type }] of Object.entries(loader.nodeTypes)) {
		if ('description' in type && !('nodeVersions' in type)) nodes.set(`${loader.packageName}.${name}`, type);
	}
	return { nodes, credentials: new Map(Object.entries(loader.credentialTypes).map(([name, { type }]) => [name, type])) };
}
