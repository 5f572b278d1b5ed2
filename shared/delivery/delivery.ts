import { z } from 'zod/v4';

import type { Item } from '../declare/facts';
import type { JsonObject } from '../declare/json';
import { isTerminal, rankOf, statuses, type Status } from './status';

/** Words shown above an output field; kept beside the schema. */
export const outputLabels = z.registry<{ label: string }>();

const labelled = <S extends z.ZodType>(schema: S, label: string): S => {
	outputLabels.add(schema, { label });
	return schema;
};
const text = (label: string) => labelled(z.string().nullish(), label);

export const out = {
	text,
	number: (label: string) => labelled(z.number().nullish(), label),
	toggle: (label: string) => labelled(z.boolean().nullish(), label),
	/** ISO 8601 with offset. */
	moment: (label: string) => labelled(z.iso.datetime({ offset: true }).nullish(), label),
	/** Always there. */
	id: (label: string) => labelled(z.string(), label),
	texts: (label: string) => labelled(z.array(z.string()).optional(), label),
	object: <T extends z.ZodRawShape>(shape: T, label: string) => labelled(z.object(shape).nullish(), label),
	objects: <T extends z.ZodRawShape>(shape: T, label: string) => labelled(z.array(z.object(shape)).optional(), label),
	/** Files that can be fetched; `filesIn` reads them. */
	files: () => labelled(z.array(z.object({ key: text('File Key'), name: text('File Name'), url: text('File Link') })).optional(), 'Files'),
	/** The carrier's own object, untouched. */
	carrierData: () => labelled(z.record(z.string(), z.unknown()), "Carrier's Own Data"),
};

const stop = {
	name: out.text('Contact Name'),
	company: out.text('Company'),
	phone: out.text('Phone'),
	email: out.text('Email'),
	street: out.text('Street'),
	postalCode: out.text('Postal Code'),
	city: out.text('City'),
	country: out.text('Country'),
	instructions: out.text('Instructions'),
	latitude: out.number('Latitude'),
	longitude: out.number('Longitude'),
	slotStart: out.moment('Slot Start'),
	slotEnd: out.moment('Slot End'),
	completedAt: out.moment('Completed At'),
	trackingUrl: out.text('Tracking Link'),
	failureReason: out.text('Failure Reason'),
	courierNote: out.text('Courier Note'),
};

/** The common fields of a delivery, the same for every carrier. */
export const deliveryShape = {
	id: out.id('Delivery ID'),
	carrier: out.id('Carrier'),
	reference: out.text('Reference'),
	status: labelled(z.enum(statuses), 'Status'),
	carrierStatus: out.text("Carrier's Own Status"),
	terminal: labelled(z.boolean(), 'Is Finished'),
	rank: labelled(z.int(), 'Progress Rank'),
	occurredAt: out.moment('Status Reached At'),
	reason: out.text('Reason'),
	createdAt: out.moment('Created At'),
	pickup: out.object(stop, 'Pick-Up'),
	dropoff: out.object(stop, 'Drop-Off'),
	packages: out.objects({ name: out.text('Package Name'), amount: out.number('Package Amount') }, 'Packages'),
	price: out.object({ amount: out.number('Price Amount (in minor units)'), currency: out.text('Price Currency'), vat: out.text('Price VAT') }, 'Price'),
	distance: out.number('Distance (in metres)'),
	note: out.text('Note'),
	page: out.text('Page at the Carrier'),
	cancelUrl: out.text('Cancel Link'),
	redeliveryOf: out.text('Redelivery Of'),
	redeliveredAs: out.text('Redelivered As'),
	files: out.files(),
	outcome: out.text('Outcome'),
	warnings: out.texts('Warnings'),
};

/** A delivery action's item: the common fields, the action's own, and the carrier's object beside them. */
export const deliveryItem = <T extends z.ZodRawShape>(more: T) => z.object({ ...deliveryShape, ...more, carrierData: out.carrierData() });

export interface Stop {
	name?: string | null;
	company?: string | null;
	phone?: string | null;
	email?: string | null;
	street?: string | null;
	postalCode?: string | null;
	city?: string | null;
	/** ISO 3166 alpha-2. */
	country?: string | null;
	instructions?: string | null;
	latitude?: number | null;
	longitude?: number | null;
	slotStart?: string | null;
	slotEnd?: string | null;
	completedAt?: string | null;
	trackingUrl?: string | null;
	failureReason?: string | null;
	courierNote?: string | null;
}

export interface Delivery {
	id: string;
	reference?: string | null;
	status: Status;
	carrierStatus?: string | null;
	occurredAt?: string | null;
	reason?: string | null;
	createdAt?: string | null;
	pickup?: Stop | null;
	dropoff?: Stop | null;
	packages?: { name: string | null; amount: number }[];
	price?: { amount: number; currency: string; vat: 'included' | 'excluded' | null } | null;
	distance?: number | null;
	note?: string | null;
	page?: string | null;
	cancelUrl?: string | null;
	redeliveryOf?: string | null;
	redeliveredAs?: string | null;
	files?: { key: string; name: string; url: string }[];
}

/** Lays the common fields beside the carrier's own object. */
export function deliveryOf(carrier: string, delivery: Delivery, more: JsonObject, carrierData: JsonObject): Item {
	const { pickup, dropoff, price, files, ...plain } = delivery;
	return {
		...plain,
		carrier,
		terminal: isTerminal(delivery.status),
		rank: rankOf(delivery.status),
		...(pickup ? { pickup: { ...pickup } } : {}),
		...(dropoff ? { dropoff: { ...dropoff } } : {}),
		...(price ? { price: { ...price } } : {}),
		...(files ? { files: files.map((file) => ({ ...file })) } : {}),
		...more,
		carrierData,
	};
}
