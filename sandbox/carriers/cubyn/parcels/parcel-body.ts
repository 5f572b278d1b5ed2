import { z } from 'zod/v4';
import { check } from '../requests/check';
import { badRequest, invalid } from '../requests/api-error';
import { email, looseCount, looseNumber, phone, text } from '../requests/field-schemas';
import { countryCode } from './countries';

const line = z.string().max(35);

export const address = z
	.strictObject({
		line1: text.max(35),
		line2: line.optional(),
		zip: text,
		city: text,
		state: z.string().optional(),
		country: text.refine((country) => countryCode(country) !== undefined, 'isCountry'),
		additionalInformation: line.optional(),
	})
	.refine(({ country, state }) => countryCode(country) !== 'US' || Boolean(state?.trim()), {
		message: 'notEmpty',
		path: ['state'],
	});

const measure = z.union([z.string(), z.number()]).optional();

/** What to pick, by SKU. */
const picked = z.strictObject({ reference: text, count: looseCount });
/** Legacy product: the shop's own goods, declared by name and value. */
const declared = z.strictObject({
	name: text,
	count: looseCount,
	reference: text.optional(),
	value: looseNumber,
	width: measure,
	height: measure,
	depth: measure,
	weight: measure,
});

const fields = z.strictObject({
	address,
	items: z.array(z.unknown()).optional(),
	firstName: line.optional(),
	lastName: line.optional(),
	organizationName: line.optional(),
	deliveryMode: z.enum(['standard', 'standard+', 'express', 'express+', 'relay']).optional(),
	deliverySigned: z.boolean().optional(),
	relayPickupRef: text.optional(),
	objectCount: z.int().min(1).optional(),
	phone: phone.optional(),
	email: email.optional(),
	value: looseNumber.optional(),
	insurance: looseNumber.optional(),
	isAdvalorem: z.boolean().optional(),
	orderRef: text.optional(),
	customsHsCode: text.optional(),
	customsCategory: z
		.enum(['GIFT', 'DOCUMENTS', 'COMMERCIAL_SAMPLE', 'COMMERCIAL', 'RETURNED_GOODS', 'OTHER'])
		.optional(),
	customsDescription: z.string().max(65).optional(),
	customsOriginCountry: text.refine((country) => countryCode(country) !== undefined, 'isCountry').optional(),
});
const change = fields.partial();

export type AddressInput = z.infer<typeof address>;
export interface ItemInput {
	count: number;
	reference?: string;
	name?: string;
	value?: number;
}
export type ParcelInput = Omit<z.infer<typeof fields>, 'items'> & { items: ItemInput[] };

export function readParcel(body: unknown): ParcelInput {
	return assertComplete({ ...check(fields, body), items: readItems(body) });
}

/** PUT: omitted fields stay unchanged. */
export function readChange(body: unknown, before: ParcelInput): ParcelInput {
	const changes = check(change, body);
	return assertComplete({ ...before, ...changes, items: changes.items === undefined ? before.items : readItems(body) });
}

function assertComplete(parcel: ParcelInput): ParcelInput {
	if ([parcel.firstName, parcel.lastName, parcel.organizationName].every((name) => !name?.trim())) {
		throw badRequest('Missing parameter: one of firstName, lastName and organizationName');
	}
	const relay = parcel.deliveryMode === 'relay';
	if (relay && parcel.relayPickupRef === undefined) throw badRequest('Missing parameter: relayPickupRef');
	if (!relay && parcel.relayPickupRef !== undefined) throw invalid({ field: 'relayPickupRef', rule: 'isRelay' });
	return parcel;
}

const mixedItems = z.object({ items: z.array(z.union([picked, declared])).optional() });
const byName = z.object({ items: z.array(declared) });
const bySku = z.object({ items: z.array(picked) });

/** A name marks an item of the other kind, so that an error describes the right kind. */
function readItems(body: unknown): ItemInput[] {
	const items = check(z.object({ items: z.array(z.record(z.string(), z.unknown())).optional() }), body).items ?? [];
	if (items.length === 0) return [];
	const namedCount = items.filter((item) => 'name' in item).length;
	if (namedCount === items.length) return check(byName, { items }).items;
	if (namedCount === 0) return check(bySku, { items }).items;
	return check(mixedItems, { items }).items ?? [];
}
