import type { Sandbox } from '../../../sandbox/carriers';
import type { Words } from './subject';

const connection = { application_key: 'CubynSandboxKey0001' };
const secrets = ['CubynSandboxKey0001'];
const address = { line1: '12 rue des Petits Champs', zip: '75002', city: 'Paris', country: 'FR' };

/** A parcel whose cancellation is asked for is on its way out. */
const liveParcels = (sandbox: Sandbox) =>
	sandbox.cubyn.parcels.filter(({ type, deleted, cancellationStatus }) => type === 'SHIPMENT' && !deleted && (cancellationStatus === 'NONE' || cancellationStatus === 'FAILED'));

export const cubynWords: Words = {
	'parcel.create': {
		connection,
		routes: { create: 'parcels.create', lookUp: 'parcelsV3.list' },
		input: (reference) => ({
			orderRef: reference,
			lastName: 'Moreau',
			address,
			phone: '+33612345678',
			items: [{ reference: 'product_2', count: 1 }],
		}),
		live: (sandbox, reference) => liveParcels(sandbox).filter(({ given }) => given.orderRef === reference).map(({ id }) => String(id)),
		references: (sandbox) => liveParcels(sandbox).map(({ given }) => String(given.orderRef)),
		secrets,
	},
};
