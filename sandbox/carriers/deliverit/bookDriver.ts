import type { DeliveritAccount, DriverOrder } from './desk.types';
import { readFields, type FieldList } from './fields';
import { assertServed, drivingMetres, drivingTime, priceFor } from './geography';
import { Closed, shopRoute } from './guard';
import { isOpenAt } from './hours';
import { driverLink } from './links';
import { offeredTime } from './push';
import type { DeliveritState } from './state';
import { readTime, wallTime } from './time';

const MINUTE = 60_000;

const DRIVER: FieldList = {
	fields: {
		firstname: { kind: 'text', required: true },
		lastname: { kind: 'text', required: false },
		street: { kind: 'text', required: true },
		zip: { kind: 'zip', required: true },
		city: { kind: 'text', required: false },
		time: { kind: 'text', required: true },
		telephone: { kind: 'telephone', required: true },
		remarks: { kind: 'text', required: false },
		latitude: { kind: 'decimal', required: true },
		longitude: { kind: 'decimal', required: true },
	},
	missing: (name) => `${name.charAt(0).toUpperCase()}${name.slice(1)} cannot be empty`,
};

type Trip = Pick<
	DriverOrder,
	'firstname' | 'lastname' | 'street' | 'zip' | 'city' | 'telephone' | 'remarks' | 'latitude' | 'longitude'
>;

/** DI2 */
export const bookDriver = shopRoute({
	name: 'orderdriver.create',
	method: 'POST',
	path: '/api/v1/orderdriver/create',
	effect: 'write',
	refusal: 'open+error',
	async handle({ state, visit, account }) {
		const fields = await readFields(visit, DRIVER);
		const text = fields.text;
		const trip: Trip = {
			firstname: text('firstname'),
			lastname: text('lastname'),
			street: text('street'),
			zip: text('zip'),
			city: text('city'),
			telephone: text('telephone'),
			remarks: text('remarks'),
			latitude: fields.decimal('latitude'),
			longitude: fields.decimal('longitude'),
		};
		assertServed(trip, state.settings);
		const asked = readTime(text('time'), state.house.clock.now());
		if (!isOpenAt(asked, state.settings)) throw new Closed();
		const pickupAt = offeredTime(asked, state.settings.push, state.orders.all());
		const order = placeOrder(state, account, trip, { asked, pickupAt, pushed: pickupAt !== asked });
		visit.entry.committed = true;
		return Response.json(
			{
				DeliverItOpen: true,
				order_driver: true,
				push: order.state === 'pushed',
				DeliveryPrice: String(order.price),
				DeliveryDistance: String(order.distanceMetres),
				time: wallTime(order.pickupAt),
				arrive_at_customer: wallTime(order.expectedAtCustomer),
				order_id: order.orderId,
				acceptUrl: driverLink(visit.origin, 'accept', account.company, order.token),
				denyUrl: driverLink(visit.origin, 'deny', account.company, order.token),
				cancelUrl: driverLink(visit.origin, 'cancel', account.company, order.token),
			},
			{ status: 201 },
		);
	},
});

export function placeOrder(
	state: DeliveritState,
	account: DeliveritAccount,
	trip: Trip,
	{ asked, pickupAt, pushed }: { asked: number; pickupAt: number; pushed: boolean },
): DriverOrder {
	const { clock } = state.house;
	const metres = drivingMetres(account, trip);
	const token = state.newToken();
	const expiry = clock.now() + state.settings.pushExpiryMinutes * MINUTE;
	if (pushed) clock.at(expiry, () => void expire(state, token));
	return state.orders.put(token, {
		...trip,
		token,
		orderId: state.newOrderId(),
		company: account.company,
		createdAt: clock.now(),
		state: pushed ? 'pushed' : 'booked',
		listed: !pushed,
		pushExpiresAt: pushed ? expiry : null,
		price: priceFor(metres),
		distanceMetres: metres,
		askedAt: asked,
		pickupAt,
		expectedAtCustomer: pickupAt + drivingTime(metres),
		driverArrive: null,
		driverLeft: null,
		arriveAtCustomer: null,
		done: null,
		canceledAt: null,
	});
}

export function expire(state: DeliveritState, token: string): DriverOrder | undefined {
	const order = state.orders.get(token);
	return order?.state === 'pushed' ? state.orders.put(token, { ...order, state: 'expired' }) : order;
}
