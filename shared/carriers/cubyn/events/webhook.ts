import type { Item } from '../../../declare/facts';
import type { Access } from '../../../declare/connection';
import { failed, success, type Result } from '../../../declare/failure';
import { isJsonObject, type Json, type JsonObject } from '../../../json';
import { readLeniently } from '../../../declare/lenient-reading';
import { ANY_TYPE, itemOf, type WebhookEvent, type WebhookTrigger } from '../../../declare/trigger';
import { outputField, outputItem } from '../../../delivery/delivery';
import { isTerminal, rankOf, type Status } from '../../../delivery/status';
import { parsedBody, isSameSecret } from '../../../events/secret';
import { digest } from '../../../run/digest';
import { cubynParcel, toItem } from '../parcels/parcel';
import { cubynProduct, productResponse, productItem, stockEventPayload, stockEventItem } from '../stock/stock';
import { statusFrom } from '../parcels/status';
import { documentedShipped } from './webhook-samples';
import { parcelResponse, type ParcelResponse } from '../wire';
import { withOddFields } from '../read-response';

const STOCK = 'stock:updated';
const PRODUCT = 'product.stock.updated';

const events = [
	{ value: 'parcel:picked', label: 'Parcel Picked' },
	{ value: 'parcel:shipped', label: 'Parcel Shipped' },
	{ value: 'parcel:carrier-status:changed', label: "Parcel Moved on at the Carrier's" },
	{ value: 'parcel:cancelled', label: 'Parcel Cancelled' },
	{ value: 'parcel:deleted', label: 'Parcel Deleted (Legacy)' },
	{ value: STOCK, label: 'Stock Updated, by Warehouse' },
	{ value: PRODUCT, label: 'Stock Updated, With Lots' },
] as const;

/**
 * How far along a parcel is, for events without a time of change. A courier who failed may try again, and a parcel in
 * transit may change hands. Statuses that can follow each other in either order share one stage.
 */
const stages: readonly (readonly Status[])[] = [
	['needs_attention', 'created', 'scheduled'],
	['picked_up'],
	['in_transit', 'out_for_delivery', 'attempt_failed', 'returning'],
	['delivered', 'failed', 'returned', 'cancelled'],
];

/** Undefined for an unmapped status: it is emitted and delays nothing. */
const stageOf = (status: Status): number | undefined => {
	const stage = stages.findIndex((group) => group.includes(status));
	return stage === -1 ? undefined : stage;
};

const millisOf = (moment: string | null | undefined) =>
	moment && !Number.isNaN(Date.parse(moment)) ? Date.parse(moment) : undefined;

/** Removes every field that holds the key, at any depth. The body carries the key for a check, not for storage. */
function removeKey(value: Json | undefined, key: string): Json | undefined {
	if (typeof value === 'string') return value.includes(key) ? undefined : value;
	if (Array.isArray(value)) return value.map((entry) => removeKey(entry, key) ?? null);
	if (!isJsonObject(value)) return value;
	return Object.fromEntries(
		Object.entries(value).flatMap(([name, entry]): [string, Json | undefined][] =>
			name.includes(key) ? [] : [[name, removeKey(entry, key)]],
		),
	);
}

/** Events have no id, so the content identifies them. A repeat equals the last event of the same item. */
const contentIdentity = (type: string, state: string, body: JsonObject) =>
	({ knownBy: 'state', id: digest([type, body]), type, state: digest([state]) }) as const;

/** Only the event shows a cancellation; the parcel's own status stays unchanged. */
const isCancellation = (type: string): boolean => type === 'parcel:cancelled' || type === 'parcel:deleted';

function parcelEvent(type: string, parcel: ParcelResponse): WebhookEvent & { content: 'item' } {
	const item = toItem(parcel);
	const status = isCancellation(type) ? 'cancelled' : statusFrom(parcel);
	const updatedAt = millisOf(parcel.updatedAt);
	const subject = `parcel ${parcel.id}`;
	return {
		...contentIdentity(type, subject, toJson(parcel)),
		// A parcel without its times is put in order by how far along it is.
		order: {
			subject: digest([updatedAt === undefined ? `${subject} by stage` : subject]),
			rank: updatedAt ?? stageOf(status),
		},
		content: 'item',
		item: { ...item, status, terminal: isTerminal(status), rank: rankOf(status), eventType: type },
	};
}

const toJson = (value: object): JsonObject => (isJsonObject(value) ? value : {});

/** A trusted event with an unknown format is emitted unchanged. A 200 without an item would drop it. */
function rawEvent(body: Json | undefined, type: Json | undefined): WebhookEvent {
	const carrierData = isJsonObject(body) ? body : { body: body ?? null };
	const parcel = isJsonObject(carrierData.parcel) ? carrierData.parcel : {};
	const id = [parcel.id, carrierData.id, carrierData.sku].find(
		(value) => typeof value === 'string' || typeof value === 'number',
	);
	const eventType = typeof type === 'string' ? type : 'unknown';
	return {
		...contentIdentity(eventType, `raw ${String(id)}`, carrierData),
		type: events.some(({ value }) => value === eventType) ? eventType : ANY_TYPE,
		content: 'item',
		item: {
			id: String(id ?? 'unknown'),
			carrier: 'cubyn',
			eventType,
			warnings: ["Cubyn sent an event in an unexpected form. See Carrier's Own Data for the original."],
			carrierData,
		},
	};
}

/** Stock events have no type field, so their fields identify them. */
function stockEvent(body: Json | undefined): WebhookEvent | undefined {
	if (!isJsonObject(body)) return undefined;
	const row = 'available' in body || 'reserved' in body ? readLeniently(stockEventPayload, body) : undefined;
	if (row) {
		const { sku, warehouse, ownerId } = row.data;
		return {
			...contentIdentity(STOCK, JSON.stringify(['stock', sku, warehouse ?? null, ownerId ?? null]), toJson(row.data)),
			content: 'item',
			item: withOddFields({ ...stockEventItem(row.data), eventType: STOCK }, row, body),
		};
	}
	const product = 'quantity' in body || 'quantities' in body ? readLeniently(productResponse, body) : undefined;
	if (!product) return undefined;
	const subject = `product ${product.data.id}`;
	return {
		...contentIdentity(PRODUCT, subject, toJson(product.data)),
		order: { subject: digest([subject]), rank: millisOf(product.data.updatedAt) },
		content: 'item',
		item: withOddFields({ ...productItem(product.data), eventType: PRODUCT }, product, body),
	};
}

function readParcel(body: JsonObject, key: string): Result<WebhookEvent> {
	if (!isSameSecret(typeof body.key === 'string' ? body.key : undefined, key))
		return failed('not_authorised', 'The event does not carry the Application Key of the connection');
	const shown = removeKey(body, key);
	const { event: type, parcel } = isJsonObject(shown) ? shown : { event: undefined, parcel: undefined };
	const read = readLeniently(parcelResponse, parcel);
	if (typeof type !== 'string' || !read) return success(rawEvent(shown, type));
	const event = parcelEvent(type, read.data);
	return success({ ...event, item: withOddFields(event.item, read, parcel) });
}

function readStock(
	{ body, text }: { body: Json | undefined; text: string },
	secret: string | undefined,
	access: Access,
	key: string,
): Result<WebhookEvent> {
	if (access.webhookSecret === undefined)
		return failed('not_authorised', 'The connection has no Webhook Secret, so no stock event can be trusted');
	if (!isSameSecret(secret, access.webhookSecret))
		return failed('not_authorised', 'The address of the event does not carry the Webhook Secret');
	const shown = removeKey(body, key);
	return success(
		(body === undefined ? undefined : stockEvent(shown)) ?? rawEvent(shown ?? removeKey(text, key), undefined),
	);
}

const sampleItem = (): Item =>
	itemOf(parcelEvent('parcel:shipped', parcelResponse.parse(documentedShipped.parcel))) ?? {};

export const cubynEvent: WebhookTrigger = {
	kind: 'webhook',
	id: 'event',
	title: 'Parcel or Stock Event',
	when: 'Cubyn reports that a parcel has moved or that the stock of a product has changed',
	noun: 'Event',
	covers: ['CU12', 'CU13', 'CU53'],
	output: outputItem(() => ({
		...cubynProduct.omit({ id: true }).partial().shape,
		...cubynParcel.omit({ id: true }).partial().shape,
		id: outputField.id('Parcel ID, Product ID or SKU'),
		eventType: outputField.id('Event Type'),
	})),
	sample: sampleItem(),
	events,
	setupSteps: ({ address, connection }) => [
		`Choose a word of letters and digits, and put it into the ${connection}, under Webhook Secret.`,
		`Copy ${address} and add ?secret= and that word to its end, so that it ends in ?secret=a1b2c3 or the like.`,
		`At shipper.cubyn.com, open Applications and the application whose key the ${connection} has.`,
		'Paste the whole address as its webhook, and choose the events to send.',
	],
	signedEvents: [STOCK, PRODUCT],
	read: (call, access) => {
		const key = access.credentials.kind === 'apiKey' ? access.credentials.key : '';
		const body = parsedBody(call.body);
		// Only parcel events carry the key. Other events must have the secret in the address.
		return isJsonObject(body) && 'key' in body
			? readParcel(body, key)
			: readStock({ body, text: call.body }, call.query.secret, access, key);
	},
	// Cubyn calls again after 1, 2 and 4 minutes on a 500, and on no other status. A forged call is refused for good.
	responses: { accepted: 200, forged: 401, unreadable: 500, retryLater: 500 },
};

export const webhooks: readonly WebhookTrigger[] = [cubynEvent];
