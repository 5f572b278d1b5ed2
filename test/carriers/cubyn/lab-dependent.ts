import type { Sandbox } from '../../../sandbox/carriers';
import type { SubjectDefinitions } from '../../lab/subject';

const iban = 'FR7630006000011234567890189';
const base = {
	lookUps: 'lagging' as const,
	connection: { application_key: 'CubynSandboxKey0001' },
	secrets: ['CubynSandboxKey0001', iban],
};

/** A parcel made in the shipper app. */
const createParcel = (sandbox: Sandbox): number =>
	sandbox.cubyn.book({
		orderRef: 'WC-1042',
		lastName: 'Moreau',
		address: { line1: '12 rue des Petits Champs', zip: '75002', city: 'Paris', country: 'France' },
		items: [{ reference: 'product_name', count: 1 }],
	}).id;

const returnSubject = {
	...base,
	routes: { create: 'parcels.return', lookUp: 'parcelsV3.list' },
	prepare: (sandbox: Sandbox) =>
		String(sandbox.cubyn.setStatus(createParcel(sandbox), 'CARRIER_DELIVERED', { force: true }).id),
	input: (reference: string) => ({ id: reference }),
	activeIds: (sandbox: Sandbox, reference: string) =>
		sandbox.cubyn.parcels
			.filter(({ id }) => String(id) === reference)
			.flatMap(({ returnId }) => (returnId === null ? [] : [String(returnId)])),
	activeReferences: (sandbox: Sandbox) =>
		sandbox.cubyn.parcels.filter(({ returnId }) => returnId !== null).map(({ id }) => String(id)),
};

const openClaims = (sandbox: Sandbox) => sandbox.cubyn.claims.filter(({ status }) => status !== 'REJECTED');
const claimReference = ({ input }: ReturnType<typeof openClaims>[number]) =>
	`${input.type} of ${input.entityType} ${input.entityId} (RECIPIENT, REFUND)`;
const requester = {
	firstName: 'Sophie',
	lastName: 'Martin',
	email: 'test@cubyn.com',
	organizationName: 'CUBYN',
	language: 'FR',
};
const bankInfo = { firstName: 'Sophie', lastName: 'Martin', iban, bic: 'GEBABEBB', country: 'FR' };

const claimSubject = {
	...base,
	routes: { create: 'claims.create', lookUp: 'claims.list' },
	activeIds: (sandbox: Sandbox, reference: string) =>
		openClaims(sandbox)
			.filter((claim) => claimReference(claim) === reference)
			.map(({ id }) => id),
	activeReferences: (sandbox: Sandbox) => openClaims(sandbox).map(claimReference),
};

const claimInput = (reference: string) => {
	const [type, , entityType, entityId] = reference.split(' ');
	return { type, entityType, entityId, source: 'RECIPIENT', resolutionTypeSelected: 'REFUND', requester, bankInfo };
};

const otherAttachments = (sandbox: Sandbox) =>
	sandbox.cubyn.attachments.filter(({ deleted, type }) => !deleted && type === 'OTHER');
const attachmentReference = ({ name, parcelId }: ReturnType<typeof otherAttachments>[number]) =>
	`${name} of parcel ${parcelId}`;

/** Bookings about a thing that has to be there, which is what they are found again by. */
export const cubynDependentSubjects: SubjectDefinitions = {
	'return.create': returnSubject,
	'return.createAndGetLabel': returnSubject,
	'claim.create': {
		...claimSubject,
		prepare: (sandbox) => `PARCEL_LATE_DELIVERY of PARCEL ${createParcel(sandbox)} (RECIPIENT, REFUND)`,
		input: claimInput,
	},
	'claim.file': {
		...claimSubject,
		prepare: (sandbox) => `PARCEL_NEVER_RECEIVED of PARCEL ${createParcel(sandbox)} (RECIPIENT, REFUND)`,
		input: (reference) => ({
			...claimInput(reference),
			attachments: [{ type: 'COMMERCIAL_INVOICE', file: 'invoice' }],
		}),
	},
	'attachment.add': {
		...base,
		routes: { create: 'attachments.create', lookUp: 'attachments.list' },
		prepare: (sandbox) => `invoice.pdf of parcel ${createParcel(sandbox)}`,
		input: (reference) => ({ name: 'invoice.pdf', parcelId: reference.split(' ').at(-1), file: 'invoice' }),
		activeIds: (sandbox, reference) =>
			otherAttachments(sandbox)
				.filter((attachment) => attachmentReference(attachment) === reference)
				.map(({ id }) => String(id)),
		activeReferences: (sandbox) => otherAttachments(sandbox).map(attachmentReference),
	},
	'collect.create': {
		...base,
		routes: { create: 'collects.create', lookUp: 'collects.list' },
		prepare: () => '2026-11-24T10:00:00.000Z',
		input: (reference) => ({ volumeCategory: 'SMALL', pickupAt: reference }),
		activeIds: (sandbox, reference) =>
			sandbox.cubyn.collects
				.filter(({ deleted, pickupAt }) => !deleted && pickupAt === Date.parse(reference))
				.map(({ id }) => String(id)),
		activeReferences: (sandbox) =>
			sandbox.cubyn.collects.filter(({ deleted }) => !deleted).map(({ pickupAt }) => new Date(pickupAt).toISOString()),
	},
};
