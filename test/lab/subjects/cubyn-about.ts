import type { Sandbox } from '../../../sandbox/carriers';
import type { Words } from './subject';

const iban = 'FR7630006000011234567890189';
const about = { connection: { application_key: 'CubynSandboxKey0001' }, secrets: ['CubynSandboxKey0001', iban] };

/** A parcel made in the shipper app. */
const parcelAt = (sandbox: Sandbox): number =>
	sandbox.cubyn.book({
		orderRef: 'WC-1042',
		lastName: 'Moreau',
		address: { line1: '12 rue des Petits Champs', zip: '75002', city: 'Paris', country: 'France' },
		items: [{ reference: 'product_name', count: 1 }],
	}).id;

const returned = {
	...about,
	routes: { create: 'parcels.return', lookUp: 'parcelsV3.list' },
	prepare: (sandbox: Sandbox) => String(sandbox.cubyn.setStatus(parcelAt(sandbox), 'CARRIER_DELIVERED', { force: true }).id),
	input: (reference: string) => ({ id: reference }),
	live: (sandbox: Sandbox, reference: string) => sandbox.cubyn.parcels.filter(({ id }) => String(id) === reference).flatMap(({ returnId }) => (returnId === null ? [] : [String(returnId)])),
	references: (sandbox: Sandbox) => sandbox.cubyn.parcels.filter(({ returnId }) => returnId !== null).map(({ id }) => String(id)),
};

const claims = (sandbox: Sandbox) => sandbox.cubyn.claims.filter(({ status }) => status !== 'REJECTED');
const nameOf = ({ given }: ReturnType<typeof claims>[number]) => `${given.type} of ${given.entityType} ${given.entityId}`;
const requester = { firstName: 'Sophie', lastName: 'Martin', email: 'test@cubyn.com', organizationName: 'CUBYN', language: 'FR' };
const bankInfo = { firstName: 'Sophie', lastName: 'Martin', iban, bic: 'GEBABEBB', country: 'FR' };

const claimed = {
	...about,
	routes: { create: 'claims.create', lookUp: 'claims.list' },
	live: (sandbox: Sandbox, reference: string) => claims(sandbox).filter((claim) => nameOf(claim) === reference).map(({ id }) => id),
	references: (sandbox: Sandbox) => claims(sandbox).map(nameOf),
};

const claimOf = (reference: string) => {
	const [type, , entityType, entityId] = reference.split(' ');
	return { type, entityType, entityId, source: 'RECIPIENT', resolutionTypeSelected: 'REFUND', requester, bankInfo };
};

const papers = (sandbox: Sandbox) => sandbox.cubyn.attachments.filter(({ deleted, type }) => !deleted && type === 'OTHER');
const paperName = ({ name, parcelId }: ReturnType<typeof papers>[number]) => `${name} of parcel ${parcelId}`;

/** Bookings about a thing that has to be there, which is what they are found again by. */
export const cubynWordsAbout: Words = {
	'return.create': returned,
	'return.createAndGetLabel': returned,
	'claim.create': { ...claimed, prepare: (sandbox) => `PARCEL_LATE_DELIVERY of PARCEL ${parcelAt(sandbox)}`, input: claimOf },
	'claim.file': {
		...claimed,
		prepare: (sandbox) => `PARCEL_NEVER_RECEIVED of PARCEL ${parcelAt(sandbox)}`,
		input: (reference) => ({ ...claimOf(reference), attachments: [{ type: 'COMMERCIAL_INVOICE', file: 'invoice' }] }),
	},
	'attachment.add': {
		...about,
		routes: { create: 'attachments.create', lookUp: 'attachments.list' },
		prepare: (sandbox) => `invoice.pdf of parcel ${parcelAt(sandbox)}`,
		input: (reference) => ({ name: 'invoice.pdf', parcelId: reference.split(' ').at(-1), file: 'invoice' }),
		live: (sandbox, reference) => papers(sandbox).filter((paper) => paperName(paper) === reference).map(({ id }) => String(id)),
		references: (sandbox) => papers(sandbox).map(paperName),
	},
	'collect.create': {
		...about,
		routes: { create: 'collects.create', lookUp: 'collects.list' },
		prepare: () => '2026-11-24T10:00:00.000Z',
		input: (reference) => ({ volumeCategory: 'SMALL', pickupAt: reference }),
		live: (sandbox, reference) => sandbox.cubyn.collects.filter(({ deleted, pickupAt }) => !deleted && pickupAt === Date.parse(reference)).map(({ id }) => String(id)),
		references: (sandbox) => sandbox.cubyn.collects.filter(({ deleted }) => !deleted).map(({ pickupAt }) => new Date(pickupAt).toISOString()),
	},
};
