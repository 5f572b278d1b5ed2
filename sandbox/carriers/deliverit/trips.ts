import type { Moment } from '../framework/clock.types';
import type { DeliveritAccount, DriverOrder, DriverStep, PushPolicy } from './backoffice.types';
import type { TripInput } from './fields';
import { drivingMetres, drivingTime, priceFor } from './geography';
import type { DeliveritState } from './state';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const SEARCH_STEP = 5 * MINUTE;
const STEPS: readonly DriverStep[] = ['driverArrive', 'driverLeft', 'arriveAtCustomer', 'done'];

/** The free time nearest to the requested one, before or after it. */
export function offeredTime(
	requested: Moment,
	policy: PushPolicy,
	orders: readonly DriverOrder[],
	now: Moment,
): Moment {
	if (policy.kind === 'never') return requested;
	if (policy.kind === 'always') return requested + policy.minutes * MINUTE;
	const trips = orders.filter(({ state, done }) => (state === 'booked' || state === 'pushed') && done === null);
	const hasFreeDriver = (at: Moment) =>
		trips.filter(({ pickupAt }) => Math.abs(pickupAt - at) < policy.tripMinutes * MINUTE).length < policy.drivers;
	for (let away = 0; away < DAY; away += SEARCH_STEP) {
		if (hasFreeDriver(requested + away)) return requested + away;
		if (requested - away > now && hasFreeDriver(requested - away)) return requested - away;
	}
	return requested + DAY;
}

/** Booked at the requested time, or else a proposal that waits for an answer. */
export function placeTrip(
	state: DeliveritState,
	account: DeliveritAccount,
	{ time: _time, ...trip }: TripInput,
	requestedAt: Moment,
	pickupAt: Moment,
): DriverOrder {
	const now = state.clock.now();
	const isPushed = pickupAt !== requestedAt;
	const metres = drivingMetres(account, trip);
	const token = state.newToken();
	if (isPushed) state.clock.runAt(now + state.settings.pushExpiryMinutes * MINUTE, () => expire(state, token));
	const started = { driverArrive: null, driverLeft: null, arriveAtCustomer: null, done: null, canceledAt: null };
	return state.orders.put(token, {
		...trip,
		...started,
		token,
		orderId: state.newOrderId(),
		company: account.company,
		createdAt: now,
		state: isPushed ? 'pushed' : 'booked',
		listed: !isPushed,
		price: priceFor(metres),
		distanceMetres: metres,
		pickupAt,
		expectedAtCustomer: pickupAt + drivingTime(metres),
	});
}

function expire({ orders }: DeliveritState, token: string): void {
	const order = orders.get(token);
	if (order?.state === 'pushed') orders.put(token, { ...order, state: 'expired' });
}

export const minutesLeft = ({ clock }: DeliveritState, { pickupAt }: DriverOrder): number =>
	(pickupAt - clock.now()) / MINUTE;

export const cancelTrip = ({ orders, clock }: DeliveritState, order: DriverOrder): DriverOrder =>
	orders.put(order.token, { ...order, state: 'canceled', canceledAt: clock.now() });

const nextStep = (order: DriverOrder): DriverStep | undefined => STEPS.find((name) => order[name] === null);

/** The API knows no status: a time turning from N/A to hh:mm is all there is to see. */
export const recordStep = ({ orders, clock }: DeliveritState, order: DriverOrder, step: DriverStep): DriverOrder =>
	orders.put(order.token, { ...order, [step]: clock.now() });

export function moveOn(state: DeliveritState, order: DriverOrder): boolean {
	const next = nextStep(order);
	if (order.state !== 'booked' || next === undefined) return false;
	recordStep(state, order, next);
	return true;
}

export const activeTrips = ({ orders }: DeliveritState): { id: string; dueAt: Moment }[] =>
	orders
		.all()
		.filter((order) => order.state === 'booked' && order.done === null)
		.map((order) => ({ id: order.token, dueAt: dueAt(order) }));

function dueAt(order: DriverOrder): Moment {
	const departure = order.driverLeft ?? (order.driverArrive ?? order.pickupAt) + 3 * MINUTE;
	const arrival = order.arriveAtCustomer ?? departure + drivingTime(order.distanceMetres);
	const due: Record<DriverStep, Moment> = {
		driverArrive: order.pickupAt,
		driverLeft: departure,
		arriveAtCustomer: arrival,
		done: arrival + 2 * MINUTE,
	};
	return due[nextStep(order) ?? 'done'];
}
