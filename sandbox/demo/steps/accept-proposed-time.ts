import { tomorrow } from '../orders/order';
import type { DemoEnvironment } from '../environment';
import type { Reporter } from '../reporter';
import { showDelivery } from './show-delivery';

/** DeliverIt has no driver at the requested time, proposes another, and the shop accepts. */
export async function acceptProposedTime(environment: DemoEnvironment, reporter: Reporter): Promise<void> {
	environment.sandbox.deliverit.settings.push = { kind: 'always', minutes: 25 };
	const type = 'n8n-nodes-waybill.deliverIt';
	const booked = await reporter.timed(
		'n8n engine',
		async () =>
			await environment.n8n.run([{ number: '2001' }], {
				type,
				name: 'Book driver',
				parameters: {
					resource: 'driver',
					operation: 'create',
					reference: '=WC-{{ $json.number }}',
					time: `${tomorrow().toFormat('yyyy-MM-dd')}T18:30:00`,
					firstname: 'Freja',
					street: 'Vestergade 10',
					zip: '5000',
					city: 'Odense C',
					telephone: '12 34 56 78',
					latitude: 55.3957969,
					longitude: 10.3912053,
				},
			}),
	);
	for (const request of environment.traffic()) reporter.line(request);
	if (booked.error) throw booked.error;
	const proposal = booked.items[0]?.json ?? {};
	showDelivery(reporter, proposal);
	reporter.line(`requested ${String(proposal.requestedTime)}, proposed ${String(proposal.proposedTime)}`);

	const accepted = await reporter.timed(
		'n8n engine',
		async () =>
			await environment.n8n.run([proposal], {
				type,
				name: 'Accept',
				parameters: { resource: 'driver', operation: 'accept', url: '={{ $json.acceptUrl }}' },
			}),
	);
	for (const request of environment.traffic()) reporter.line(request);
	if (accepted.error) throw accepted.error;
	showDelivery(reporter, accepted.items[0]?.json ?? {});
}
