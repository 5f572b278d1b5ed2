import { z } from 'zod/v4';

import type { Item } from '../../../declare/facts';
import type { Access } from '../../../declare/connection';
import { failed, success, type Result } from '../../../declare/failure';
import { isJsonObject, type Json, type JsonObject } from '../../../declare/json';
import type { WebhookEvent, WebhookTrigger } from '../../../declare/trigger';
import { out } from '../../../delivery/delivery';
import { isTerminal, rankOf } from '../../../delivery/status';
import { parsedBody, sameSecret } from '../../../events/secret';
import { digest } from '../../../run/digest';
import { cubynParcel, toItem } from '../parcels/parcel';
import { cubynProduct, productAnswer, productItem, stockEventAnswer, stockEventItem } from '../stock/stock';
import { statusFrom } from '../parcels/status';
import { documentedShipped } from './webhook-samples';
import { stageOf } from './webhook-stage';
import { parcelAnswer, type ParcelAnswer } from '../wire';

const STOCK = 'stock:updated';
const PRODUCT = 'product.stock.updated';

const events = [
	{ value: 'parcel:picked', label: 'Parcel Picked' },
	{ value: 'parcel:shipped', label: 'Parcel Shipped' },
	{ value: 'parcel:carrier-status:changed', label: "Parcel Moved on at the Carrier's" },
	{ value: 'parcel:cancelled', label: 'Parcel Cancelled' },
	{ value: 'parcel:deleted', label: 'Parcel Deleted (Older Product)' },
	{ value: STOCK, label: 'Stock Updated, by Warehouse' },
	{ value: PRODUCT, label: 'Stock Updated, With Lots' },
] as const;

const envelope = z.looseObject({ event: z.string(), parcel: parcelAnswer });

const time = (moment: string | null | undefined) => (moment && !Number.isNaN(Date.parse(moment)) ? Date.parse(moment) : undefined);

/** Whatever holds the key is left out, at any depth: the body shows it for a check, not for keeping. */
function withoutKey(value: Json | undefined, key: string): Json | undefined {
	if (typeof value === 'string') return value.includes(key) ? undefined : value;
	if (Array.isArray(value)) return value.map((each) => withoutKey(each, key) ?? null);
	if (!isJsonObject(value)) return value;
	return Object.fromEntries(Object.entries(value).flatMap(([name, each]): [string, Json | undefined][] => (name.includes(key) ? [] : [[name, withoutKey(each, key)]])));
}

/** No event has a number of its own: its content stands in, and a repeat is what was last told of the same thing. */
const named = (type: string, state: string, content: JsonObject) => ({ id: digest([type, content]), type, state: digest([state]) });

/** The word for a cancellation is in the event: the parcel's own status stays as it was. */
const ended = (type: string): boolean => type === 'parcel:cancelled' || type === 'parcel:deleted';

function parcelEvent(type: string, parcel: ParcelAnswer): WebhookEvent {
	const item = toItem(parcel);
	const status = ended(type) ? 'cancelled' : statusFrom(parcel);
	const at = time(parcel.updatedAt);
	const about = `parcel ${parcel.id}`;
	return {
		...named(type, about, toJson(parcel)),
		// A parcel without its times is put in order by how far along it is.
		subject: digest([at === undefined ? `${about} by stage` : about]),
		rank: at ?? stageOf(status),
		terminal: isTerminal(status),
		item: { ...item, status, terminal: isTerminal(status), rank: rankOf(status), eventType: type },
	};
}

const toJson = (value: object): JsonObject => (isJsonObject(value) ? value : {});

/** Stock events name themselves nowhere, so their fields tell them apart. */
function stockEvent(body: Json | undefined): WebhookEvent | undefined {
	const row = stockEventAnswer.safeParse(body);
	if (row.success) {
		const { sku, warehouse, ownerId } = row.data;
		return { ...named(STOCK, JSON.stringify(['stock', sku, warehouse ?? null, ownerId ?? null]), toJson(row.data)), item: { ...stockEventItem(row.data), eventType: STOCK } };
	}
	const product = productAnswer.safeParse(body);
	if (!product.success || (!product.data.quantity && !product.data.quantities)) return undefined;
	const about = `product ${product.data.id}`;
	return { ...named(PRODUCT, about, toJson(product.data)), subject: digest([about]), rank: time(product.data.updatedAt), item: { ...productItem(product.data), eventType: PRODUCT } };
}

function readParcel(body: JsonObject, key: string): Result<WebhookEvent> {
	if (!sameSecret(typeof body.key === 'string' ? body.key : undefined, key)) return failed('not_authorised', 'The event does not carry the Application Key of the connection');
	const read = envelope.safeParse(withoutKey(body, key));
	return read.success ? success(parcelEvent(read.data.event, read.data.parcel)) : failed('unreadable_answer', 'The event could not be understood');
}

function readStock(body: Json | undefined, secret: string | undefined, access: Access, key: string): Result<WebhookEvent> {
	if (access.webhookSecret === undefined) return failed('not_authorised', 'The connection has no Webhook Secret, so no stock event can be trusted');
	if (!sameSecret(secret, access.webhookSecret)) return failed('not_authorised', 'The address of the event does not carry the Webhook Secret');
	const event = stockEvent(withoutKey(body, key));
	return event ? success(event) : failed('unreadable_answer', 'The event could not be understood');
}

const sampleItem = (): Item => parcelEvent('parcel:shipped', parcelAnswer.parse(documentedShipped.parcel)).item ?? {};

const parcelShape = cubynParcel.omit({ id: true }).partial().shape;
const productShape = cubynProduct.omit({ id: true }).partial().shape;

export const cubynEvent: WebhookTrigger = {
	kind: 'webhook',
	id: 'event',
	title: 'Parcel or Stock Event',
	when: 'Cubyn reports that a parcel has moved or that the stock of a product has changed',
	noun: 'Event',
	covers: ['CU12', 'CU13', 'CU53'],
	output: z.object({ ...productShape, ...parcelShape, id: out.id('Parcel ID, Product ID or SKU'), eventType: out.id('Event Type') }),
	sample: sampleItem(),
	events,
	directions: [
		'Choose a Webhook Secret, a word of letters and digits, and put it into the connection.',
		'Copy the address above and add ?secret= and that word to its end, so that it ends in ?secret=a1b2c3 or the like.',
		'At shipper.cubyn.com, open Applications and the application whose key the connection has.',
		'Paste the whole address as its webhook, and choose the events to send.',
	],
	secretFor: [STOCK, PRODUCT],
	read: (call, access) => {
		const key = access.headers['x-application'] ?? '';
		const body = parsedBody(call.body);
		// Only parcel events carry the key; what carries none must know the secret in the address.
		return isJsonObject(body) && 'key' in body ? readParcel(body, key) : readStock(body, call.query.secret, access, key);
	},
	// Cubyn calls again after 1, 2 and 4 minutes when it is answered 500, and for nothing else: a forged call is
	// refused for good, and one that came in pieces is asked for again.
	answers: { taken: 200, forged: 401, unreadable: 500, later: 500 },
};

export const webhooks: readonly WebhookTrigger[] = [cubynEvent];
