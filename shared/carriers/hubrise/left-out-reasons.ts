import type { LeftOutReason, Payment } from '../../delivery/request';
import { methodReason } from '../../shops/methods';
import { OrderFields } from '../../shops/order-fields';
import { paymentReason } from '../../shops/payment';
import { firstText, quote, textAt } from '../../shops/read-json';
import type { ShopSettings } from '../../shops/settings';
import { attachedTo, isAttachedBy } from './shop-order-update';

/** A restaurant may still reject an order that it has not accepted. */
const ACCEPTED = ['accepted', 'in_preparation', 'awaiting_shipment', 'awaiting_collection'];

/** The user's status setting never makes these ours. */
const NEVER: Readonly<Record<string, LeftOutReason['code']>> = {
	rejected: 'cancelled',
	cancelled: 'cancelled',
	completed: 'done',
	delivery_failed: 'done',
};

const USUAL: Readonly<Record<string, LeftOutReason['code']>> = { in_delivery: 'done' };

function statusReason(status: string | null, settings: ShopSettings): LeftOutReason | null {
	const never = status === null ? undefined : NEVER[status];
	const allowed = (settings.statuses ?? ACCEPTED).map((name) => name.toLowerCase().replace(/[\s-]+/g, '_'));
	if (never === undefined && status !== null && allowed.includes(status)) return null;
	return {
		code: never ?? USUAL[status ?? ''] ?? 'not_ready',
		message: `The order's status ${quote(status)} is not one to deliver.`,
	};
}

/** HubRise attaches one delivery to an order: where there is one, a rider is on it, unless it is our own booking. */
function deliveryReason(order: unknown, { carrier }: ShopSettings): LeftOutReason | null {
	const attached = attachedTo(order);
	if (attached === null || attached.status === 'cancelled' || isAttachedBy(attached, carrier)) return null;
	const rider = quote(attached.carrier ?? 'Another app');
	return { code: 'own_rider', message: `${rider} already delivers the order (${attached.status}).` };
}

/** HR1: only an order with the service type "delivery" takes one, and it cannot be changed. */
function serviceReason(order: unknown, settings: ShopSettings): LeftOutReason | null {
	const service = firstText(textAt(order, 'service_type'), textAt(order, 'serviceType'));
	const code = firstText(textAt(order, 'service_type_ref'), textAt(order, 'serviceTypeCode'));
	const fields = new OrderFields([{ key: 'service_type', value: service }]);
	const reason = methodReason({ id: code, title: code }, fields, settings);
	if (reason !== null || service === 'delivery') return reason;
	return {
		code: 'other_method',
		message: `The order's service type ${service === null ? 'is empty, which' : quote(service)} is not "delivery".`,
	};
}

export function reasonsOf(
	order: unknown,
	{ payment, said }: { payment: Payment; said: string | null },
	settings: ShopSettings,
): LeftOutReason[] {
	const status = statusReason(firstText(textAt(order, 'orderStatus'), textAt(order, 'status')), settings);
	return [
		status,
		status === null ? paymentReason(payment, said, settings) : null,
		serviceReason(order, settings),
		deliveryReason(order, settings),
	].filter((reason) => reason !== null);
}
