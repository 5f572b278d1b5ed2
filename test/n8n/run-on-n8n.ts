import type { IBinaryKeyData, INodeExecutionData } from 'n8n-workflow';

import { credentialName, typeName } from '../../nodes/adapter/names';
import { createN8n, fillForm, PACKAGE, type N8n, type NodeSpec } from '../../sandbox/hosts/n8n';
import type { Action } from '../../shared/declare/action';
import type { Sample } from '../../shared/declare/sample';
import type { Carrier } from '../../shared/declare/carrier';
import { carriers } from '../../shared/registry';
import { sampleResponse } from '../core/samples';
import { emptyList } from '../core/empty-list';
import {
	scriptedCarrier,
	type ReceivedRequest,
	type Script,
	type ScriptedCarrier,
	type StubResponse,
} from './scripted-carrier';
import { storedCredential } from './stored-credential';

/** The result of one sample in n8n's engine. */
export interface N8nRun {
	/** The requests to the carrier, in order. */
	requests: readonly ReceivedRequest[];
	/** Of these the sample's own call. */
	call?: ReceivedRequest;
	items: readonly INodeExecutionData[];
	/** Message of the error that stopped the run. */
	error?: string;
	/** Reference that the run gave a booking to which the sample gives none. */
	runReference?: string;
}

export function carrierOf(action: Action): Carrier {
	const carrier = carriers.find(({ actions }) => actions.includes(action));
	if (!carrier) throw new Error(`No carrier has the action "${action.id}"`);
	return carrier;
}

export const nodeType = (carrier: Carrier): string => `${PACKAGE}.${typeName(carrier)}`;

/** A sample connection as n8n stores it, with the carrier's address changed to one on loopback. */
export function credentialsAt(carrier: Carrier, address: string, connection?: string) {
	const name = connection ?? Object.keys(carrier.sampleConnections)[0] ?? '';
	return {
		[credentialName(carrier)]: storedCredential({
			...carrier.sampleConnections[name],
			environment: 'other',
			base_url: address,
		}),
	};
}

/** n8n with a scripted carrier on loopback. */
export async function n8nWithCarrier(
	carrier: Carrier,
	script: Script,
	connection?: string,
): Promise<{ n8n: N8n; server: ScriptedCarrier }> {
	const server = await scriptedCarrier(script);
	return { server, n8n: await createN8n({ credentials: credentialsAt(carrier, server.address, connection) }) };
}

const unexpected: StubResponse = { status: 404, body: { error: 'Not expected' } };

const isCall = ({ method, path }: ReceivedRequest, { request }: Sample) =>
	method === request?.method && path === request.path;

/** The files of a sample beside the item, as n8n stores them. */
const binaryOf = ({ files = {} }: Sample): IBinaryKeyData =>
	Object.fromEntries(
		Object.entries(files).map(([handle, { name, contentType, base64 }]) => [
			handle,
			{ data: base64, fileName: name, mimeType: contentType },
		]),
	);

/** Runs a sample as a person would: credential stored, form filled in, node executed, over n8n's own HTTP helpers. */
export async function runOnN8n(action: Action, sample: Sample, settings: Partial<NodeSpec> = {}): Promise<N8nRun> {
	const carrier = carrierOf(action);
	const script: Script = (request) => sampleResponse(sample, request) ?? emptyList(action) ?? unexpected;
	const { n8n, server } = await n8nWithCarrier(carrier, script, sample.connection);
	try {
		const run = await n8n.runWith([{ json: {}, binary: binaryOf(sample) }], {
			type: nodeType(carrier),
			parameters: {
				...fillForm(action, sample.input),
				// Samples are compared whole.
				output: 'raw',
				...(action.fetchesFiles ? { options: { downloadFiles: false } } : {}),
			},
			...settings,
		});
		const call = server.requests.find((request) => isCall(request, sample));
		const runReference = /n8n-[0-9a-f]{16}/.exec(JSON.stringify(call?.body ?? {}))?.[0];
		return { requests: server.requests, call, items: run.items, error: run.error?.message, runReference };
	} finally {
		await server.close();
	}
}
