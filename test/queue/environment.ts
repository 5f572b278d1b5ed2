import { createSandbox, type Sandbox } from '../../sandbox/carriers';
import { cyke } from '../../shared/carriers/cyke/carrier';
import { sandboxFields } from '../../sandbox/hosts/n8n-server';
import type { QueueEnvironment } from './check';
import type { Cluster } from './cluster';

export const tomorrowAt = (hour: string): string => {
	const day = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris' }).format(Date.now() + 86_400_000);
	return `${day} ${hour}`;
};

const place = {
	recipient_name: 'Ada Moreau',
	recipient_phone: '+33612345678',
	address: '12 rue des Petits Champs',
	postal_code: '75002',
	city: 'Paris',
};

function bookAtCarrier({ cyke: backoffice }: Sandbox, reference: string): number {
	const slot = (hour: string) =>
		new Date(Date.now() + 86_400_000).toISOString().replace(/T.*/, `T${hour}:00.000+01:00`);
	const body = {
		client_order_reference: reference,
		dropoff: { slot_starting_at: slot('14:00'), slot_ending_at: slot('16:00'), place },
		packages: [{ package_type_id: 1, amount: 1 }],
	};
	return backoffice.book(body).id;
}

export function openSandbox(): Sandbox {
	const sandbox = createSandbox({ seed: 'queue', startAt: Date.now() });
	sandbox.clock.realTime(1);
	return sandbox;
}

export async function openEnvironment(cluster: Cluster, sandbox: Sandbox): Promise<QueueEnvironment> {
	const { urls } = await sandbox.listen();
	const credential = await cluster.rest.storeCredential('Cyke', 'cykeApi', sandboxFields(cyke, sandbox, urls));
	return {
		cluster,
		sandbox,
		urls,
		cyke: credential,
		bookAtCarrier: (reference) => bookAtCarrier(sandbox, reference),
		activeIds: (reference) =>
			sandbox.cyke.deliveries
				.filter((each) => each.clientOrderReference === reference && each.status !== 'cancelled')
				.map(({ id }) => id),
	};
}
