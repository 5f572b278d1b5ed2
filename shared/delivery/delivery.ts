import { z } from 'zod/v4';

import type { JsonObject } from '../json';
import { shownMoney } from './money';
import { isTerminal, rankOf, statuses, type Status } from './status';

/** Labels of the output fields, next to the schema. */
export const outputLabels = z.registry<{ label: string }>();

/** "Slot Start" for a field `slotStart` without a label. */
export const labelFromKey = (key: string): string =>
	key
		.replace(/([a-z0-9])([A-Z])/g, '$1 $2')
		.replaceAll('_', ' ')
		.replace(/\b[a-z]/g, (letter) => letter.toUpperCase());

const labelled = <S extends z.ZodType>(schema: S, label: string): S => {
	outputLabels.add(schema, { label });
	return schema;
};
/** Copies: a field has a label of its own, and making `nullish` each time makes three schemas instead of one. */
const [nullishText, nullishNumber, nullishFlag, nullishMoment] = [
	z.string().nullish(),
	z.number().nullish(),
	z.boolean().nullish(),
	z.iso.datetime({ offset: true }).nullish(),
];
const text = (label: string) => labelled(nullishText.clone(), label);
const number = (label: string) => labelled(nullishNumber.clone(), label);

export const moneyShape = (label: string) => ({
	amount: number(`${label} Amount`),
	currency: text(`${label} Currency`),
	minorUnits: number(`${label} in Minor Units`),
});

export const outputField = {
	text,
	number,
	toggle: (label: string) => labelled(nullishFlag.clone(), label),
	/** ISO 8601 with offset. */
	moment: (label: string) => labelled(nullishMoment.clone(), label),
	/** Always there. */
	id: (label: string) => labelled(z.string(), label),
	texts: (label: string) => labelled(z.array(z.string()).optional(), label),
	object: <T extends z.ZodRawShape>(shape: T, label: string) => labelled(z.object(shape).nullish(), label),
	objects: <T extends z.ZodRawShape>(shape: T, label: string) => labelled(z.array(z.object(shape)).optional(), label),
	/** `shownMoney` fills it in. */
	money: <T extends z.ZodRawShape>(label: string, more: T) =>
		labelled(z.object({ ...moneyShape(label), ...more }).nullish(), label),
	/** Files that can be fetched; `filesIn` reads them. */
	files: () =>
		labelled(
			z.array(z.object({ key: text('File Key'), name: text('File Name'), url: text('File Link') })).optional(),
			'Files',
		),
	/** The carrier's own object, untouched. */
	carrierData: () => labelled(z.record(z.string(), z.unknown()), "Carrier's Own Data"),
};

const stopShape = () => ({
	name: outputField.text('Contact Name'),
	company: outputField.text('Company'),
	phone: outputField.text('Phone'),
	email: outputField.text('Email'),
	street: outputField.text('Street'),
	postalCode: outputField.text('Postal Code'),
	city: outputField.text('City'),
	country: outputField.text('Country'),
	instructions: outputField.text('Instructions'),
	latitude: outputField.number('Latitude'),
	longitude: outputField.number('Longitude'),
	slotStart: outputField.moment('Slot Start'),
	slotEnd: outputField.moment('Slot End'),
	completedAt: outputField.moment('Completed At'),
	trackingUrl: outputField.text('Tracking Link'),
	failureReason: outputField.text('Failure Reason'),
	courierNote: outputField.text('Courier Note'),
});

/** The common fields of a delivery, the same for every carrier. */
const deliveryShape = () => ({
	id: outputField.id('Delivery ID'),
	carrier: outputField.id('Carrier'),
	reference: outputField.text('Reference'),
	status: labelled(z.enum(statuses), 'Status'),
	carrierStatus: outputField.text("Carrier's Own Status"),
	terminal: labelled(z.boolean(), 'Is Finished'),
	rank: labelled(z.int(), 'Progress Rank'),
	occurredAt: outputField.moment('Status Reached At'),
	reason: outputField.text('Reason'),
	createdAt: outputField.moment('Created At'),
	pickup: outputField.object(stopShape(), 'Pick-Up'),
	dropoff: outputField.object(stopShape(), 'Drop-Off'),
	packages: outputField.objects(
		{ name: outputField.text('Package Name'), amount: outputField.number('Package Amount') },
		'Packages',
	),
	price: outputField.money('Price', { vat: outputField.text('Price VAT') }),
	distance: outputField.number('Distance (Metres)'),
	note: outputField.text('Note'),
	page: outputField.text('Page at the Carrier'),
	cancelUrl: outputField.text('Cancel Link'),
	redeliveryOf: outputField.text('Redelivery Of'),
	redeliveredAs: outputField.text('Redelivered As'),
	files: outputField.files(),
	outcome: outputField.text('Outcome'),
	warnings: outputField.texts('Warnings'),
});

/**
 * An action's item. Its fields are made when they are first read: forms, documentation and tests read them, and a
 * booking in a new process does without.
 */
export function outputItem<S extends z.ZodRawShape>(shapeOf: () => S) {
	let shape: S | undefined;
	const item = new z.ZodObject({
		type: 'object',
		get shape() {
			shape ??= shapeOf();
			return shape;
		},
	});
	// zod's constructor has no type of its own for each shape, as `z.object` has.
	return item as z.ZodObject<S, z.core.$strip>;
}

/** A delivery action's item: the common fields, the action's own, and the carrier's object beside them. */
export const deliveryItem = <T extends z.ZodRawShape>(more: () => T) =>
	outputItem(() => ({ ...deliveryShape(), ...more(), carrierData: outputField.carrierData() }));

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
	packages?: { name: string | null; amount: number | null }[];
	/** `amount` in minor units. */
	price?: { amount: number; currency: string; vat: 'included' | 'excluded' | null } | null;
	distance?: number | null;
	note?: string | null;
	page?: string | null;
	cancelUrl?: string | null;
	redeliveryOf?: string | null;
	redeliveredAs?: string | null;
	files?: { key: string; name: string; url: string }[];
}

/** Fields that are left out while they are empty, in the order in which they follow the others. */
const PARTS = ['pickup', 'dropoff', 'price', 'files'] as const;
const isPart = (key: string): boolean => PARTS.some((part) => part === key);

type Whole = Omit<Delivery, (typeof PARTS)[number]> & {
	carrier: string;
	terminal: boolean;
	rank: number;
	carrierData: JsonObject;
} & {
	[Part in (typeof PARTS)[number]]?: Part extends 'files' ? JsonObject[] : JsonObject;
};

/**
 * Lays the common fields beside the carrier's own object. Field by field: lists hold thousands of rows, and spreading
 * objects into each other takes thirty times as long.
 */
export function deliveryOf<M extends JsonObject>(
	carrier: string,
	delivery: Delivery,
	more: M,
	carrierData: JsonObject,
): Omit<Whole, keyof M> & M {
	const item: Record<string, unknown> = {};
	// A key of an object is one of its keys; TypeScript knows that of `more` alone, which is generic.
	for (const key in delivery) if (!isPart(key)) item[key] = delivery[key as keyof Delivery];
	item.carrier = carrier;
	item.terminal = isTerminal(delivery.status);
	item.rank = rankOf(delivery.status);
	for (const part of PARTS) if (delivery[part]) item[part] = delivery[part];
	if (delivery.price) item.price = { ...shownMoney(delivery.price), vat: delivery.price.vat };
	for (const key in more) item[key] = more[key];
	item.carrierData = carrierData;
	// The one edge where an object that is filled field by field takes its type.
	return item as Omit<Whole, keyof M> & M;
}
