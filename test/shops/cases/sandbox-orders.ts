import type { Sandbox } from '../../../sandbox/carriers';
import { isJsonObject, type JsonObject } from '../../../shared/json';
import type { ShopCase } from './case';

const placed = new WeakMap<Sandbox, Map<string, string>>();

/** The id of an order that the till places once, however often the case needs it. */
export function placeOnce(sandbox: Sandbox, order: JsonObject): string {
	const known = placed.get(sandbox) ?? new Map<string, string>();
	placed.set(sandbox, known);
	const ref = String(order.ref);
	const id = known.get(ref) ?? sandbox.hubrise.placeOrder(JSON.parse(JSON.stringify(order))).id;
	known.set(ref, id);
	return id;
}

/** The order as HubRise's API answers it. */
export async function orderAtTill(sandbox: Sandbox, order: JsonObject): Promise<JsonObject> {
	const id = placeOnce(sandbox, order);
	const response = await sandbox.fetch(`https://api.hubrise.com/v1/locations/3r4s3-1/orders/${id}`, {
		headers: { 'X-Access-Token': 'HubriseSandboxBridge0001' },
	});
	const body: unknown = await response.json();
	if (!isJsonObject(body) || body.id !== id) throw new Error(JSON.stringify(body));
	return body;
}

const counts: Readonly<Record<ShopCase['carrier'], (sandbox: Sandbox) => number>> = {
	cyke: ({ cyke }) => cyke.deliveries.length,
	deliverit: ({ deliverit }) => deliverit.orders.length,
	cubyn: ({ cubyn }) => cubyn.parcels.length,
};

export const bookingsOf = (sandbox: Sandbox, carrier: ShopCase['carrier']): number => counts[carrier](sandbox);
