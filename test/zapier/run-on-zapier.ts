import {
	createZapier,
	type HostOptions,
	type StepInput,
	type StepOutput,
	type ZapierHost,
} from '../../sandbox/hosts/zapier';
import type { Action } from '../../shared/declare/action';
import type { Sample } from '../../shared/declare/sample';
import type { Carrier } from '../../shared/declare/carrier';
import type { JsonObject } from '../../shared/json';
import { carriers } from '../../shared/registry';
import { authKey } from '../../zapier/src/access';
import { buildApp, type AppKind, type WaybillApp } from '../../zapier/src/app';
import { isCreate, isSearchable } from '../../zapier/src/connectors';
import { createKey, dropdownKey, searchKey } from '../../zapier/src/app-context';
import { flat } from '../../zapier/src/input-values';
import { emptyList } from '../core/empty-list';
import { fileAddress, sampleCarrier, type ReceivedRequest } from './scripted-carrier';

const appOf = new Map<string, WaybillApp>();

/** The app of all carriers, or the one of this carrier alone. */
export function appFor(carrier: Carrier, kind: AppKind): WaybillApp {
	const name = kind === 'all' ? 'all' : carrier.id;
	const app = appOf.get(name) ?? buildApp(kind === 'all' ? carriers : [carrier], kind, '0.0.0');
	appOf.set(name, app);
	return app;
}

/** A sample connection as the app's form holds it, led to an address on loopback. */
export function authDataFor(
	carrier: Carrier,
	kind: AppKind,
	address: string,
	connection?: string,
): Record<string, string> {
	const name = connection ?? Object.keys(carrier.sampleConnections)[0] ?? '';
	const fields = { ...carrier.sampleConnections[name], environment: 'other', base_url: address };
	const shared = kind === 'all';
	const authFields = Object.entries(fields).map(([key, value]): [string, string] => [
		authKey({ carrier, shared }, key),
		String(value),
	]);
	return { ...(shared ? { carrier: carrier.id } : {}), ...Object.fromEntries(authFields) };
}

const contextOf = (carrier: Carrier, kind: AppKind) => ({ carrier, shared: kind === 'all', download: async () => '' });

/** Runs an action on a host as the kind of step it has become there. */
export async function runStep(
	host: ZapierHost,
	carrier: Carrier,
	action: Action,
	kind: AppKind,
	values: Sample['input'],
): Promise<StepOutput[]> {
	const context = contextOf(carrier, kind);
	const input: StepInput = flat(action.form, values);
	if (isCreate(action)) {
		const output = await host.create(createKey(context, action), input);
		const list = action.worksOut && Reflect.get(output, action.worksOut.listedAs);
		return Array.isArray(list) ? list : [output];
	}
	if (isSearchable(action)) return await host.search(searchKey(context, action), input);
	const list = Object.entries(carrier.choices).find(([, each]) => each.action === action)?.[0];
	return await host.list(dropdownKey(context, list ?? action.resource), input, { isFillingDynamicDropdown: true });
}

export interface ZapierRun {
	/** Everything that reached the carrier, in order. */
	requests: ReceivedRequest[];
	items: StepOutput[];
	/** Message of the error, where the step failed. */
	error?: string;
	log: readonly string[];
}

/** The input with the address of each file in place of its handle. */
function withAddresses({ input, files = {} }: Pick<Sample, 'input' | 'files'>, address: string): JsonObject {
	const text = JSON.stringify(input, (_key, value: unknown) =>
		typeof value === 'string' && value in files ? fileAddress(address, value) : value,
	);
	// The text is JSON: only addresses were replaced.
	return JSON.parse(text) as JsonObject;
}

/** Runs one sample through the real platform core against a carrier that gives the sample's response. */
export async function runOnZapier(
	carrier: Carrier,
	action: Action,
	sample: Pick<Sample, 'input' | 'request' | 'response' | 'otherResponses' | 'connection' | 'files'>,
	kind: AppKind = 'single',
	options: Partial<HostOptions> = {},
): Promise<ZapierRun> {
	const scripted = await sampleCarrier(sample, emptyList(action));
	const host = await createZapier(appFor(carrier, kind), {
		authData: authDataFor(carrier, kind, scripted.address, sample.connection),
		...options,
	});
	try {
		const run = await runStep(host, carrier, action, kind, withAddresses(sample, scripted.address)).then(
			(items) => ({ items }),
			(error: unknown) => ({ items: [], error: error instanceof Error ? error.message : String(error) }),
		);
		return { ...run, requests: scripted.requests, log: host.log };
	} finally {
		await host.close();
		await scripted.close();
	}
}
