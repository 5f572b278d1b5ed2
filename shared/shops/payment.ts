import type { LeftOutReason, Payment } from '../delivery/request';
import { quote } from './read-json';
import type { ShopSettings } from './settings';

/** Ids and names of payment at the door. */
export const isPayOnDelivery = (method: string | null): boolean =>
	/^cod$|cash[\s_-]?on[\s_-]?delivery|\(cod\)|payment[\s_-]?(on|at)[\s_-]?delivery|paiement (à|a) la livraison|contre[\s_-]?remboursement|efterkrav|nachnahme|contrareembolso|contrassegno/i.test(
		method ?? '',
	);

/** Why the payment rules the order out; `method` is the shop's own name of the payment method. */
export function paymentReason(payment: Payment, method: string | null, settings: ShopSettings): LeftOutReason | null {
	if (payment === 'pay_on_delivery' && settings.payOnDelivery === 'leave_out') {
		return {
			code: 'pay_on_delivery',
			message: `The customer pays at the door (${quote(method)}), and couriers take no money.`,
		};
	}
	if (payment === 'unpaid' && settings.unpaid === 'leave_out')
		return { code: 'not_paid', message: `The order is not paid${method === null ? '' : ` (${quote(method)})`}.` };
	return null;
}
