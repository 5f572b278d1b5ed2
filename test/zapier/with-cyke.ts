import { createZapier, type HostOptions, type ZapierHost } from '../../sandbox/hosts/zapier';
import type { Carrier } from '../../shared/declare/carrier';
import { carrierById } from '../../shared/registry';
import type { AppKind } from '../../zapier/src/app';
import { appFor, authDataFor } from './run-on-zapier';
import { scriptedCarrier, type ReceivedRequest, type ScriptedCarrier, type StubResponse } from './scripted-carrier';

export const cyke = (): Carrier => carrierById('cyke');

/** What a sample connection of Cyke must not give away. */
export const sampleToken = String(cyke().sampleConnections.v2?.token);

export interface CykeSetup {
	host: ZapierHost;
	carrier: ScriptedCarrier;
}

/** One Zap with a Cyke connection, and a scripted Cyke. */
export async function withCyke<T>(
	script: (request: ReceivedRequest, nth: number) => StubResponse,
	work: (setup: CykeSetup) => Promise<T>,
	kind: AppKind = 'all',
	options: Partial<HostOptions> = {},
): Promise<T> {
	const carrier = await scriptedCarrier(script);
	const host = await createZapier(appFor(cyke(), kind), {
		authData: authDataFor(cyke(), kind, carrier.address),
		...options,
	});
	try {
		return await work({ host, carrier });
	} finally {
		await host.close();
		await carrier.close();
	}
}

export interface Thrown {
	name: string;
	message: string;
}

/** The error of a step that must fail. */
export async function errorOf(work: Promise<unknown>): Promise<Thrown> {
	const outcome = await work.then(
		(value: unknown) => ({ value }),
		(error: unknown) => ({ error }),
	);
	if (!('error' in outcome)) throw new Error(`It succeeded: ${JSON.stringify(outcome.value)}`);
	const { error } = outcome;
	return error instanceof Object
		? { name: String(Reflect.get(error, 'name')), message: String(Reflect.get(error, 'message')) }
		: { name: '', message: String(error) };
}

export const booking = {
	client_order_reference: 'WC-1042',
	dropoff_slot_starting_at: '2030-05-21T16:00:00+02:00',
	dropoff_slot_ending_at: '2030-05-21T18:00:00+02:00',
	dropoff_recipient_name: 'Ada Moreau',
	dropoff_recipient_phone: '06 12 34 56 78',
	dropoff_address: '12 rue des Petits Champs',
	dropoff_postal_code: '75002',
	dropoff_city: 'Paris',
	packages: [{ packages_package_type: '7', packages_amount: '2' }],
};
