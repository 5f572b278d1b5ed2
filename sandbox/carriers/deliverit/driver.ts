import type { DriverOrder, DriverStep } from './desk.types';
import { drivingTime } from './geography';
import type { DeliveritState } from './state';

const MINUTE = 60_000;
const STEPS: readonly DriverStep[] = ['driverArrive', 'driverLeft', 'arriveAtCustomer', 'done'];

export function live(state: DeliveritState): { id: string; dueAt: number }[] {
	return state.orders
		.all()
		.filter((order) => order.state === 'booked' && order.done === null)
		.map((order) => ({ id: order.token, dueAt: dueAt(order) }));
}

export function step(state: DeliveritState, order: DriverOrder): boolean {
	const next = nextStep(order);
	if (order.state !== 'booked' || next === undefined) return false;
	mark(state, order, next);
	return true;
}

/** The API knows no status: a time turning from N/A to hh:mm is all there is to see. */
export function mark(state: DeliveritState, order: DriverOrder, next: DriverStep): DriverOrder {
	return state.orders.put(order.token, { ...order, [next]: state.house.clock.now() });
}

function nextStep(order: DriverOrder): DriverStep | undefined {
	return STEPS.find((name) => order[name] === null);
}

function dueAt(order: DriverOrder): number {
	const arrive = order.driverArrive ?? order.pickupAt;
	const left = order.driverLeft ?? arrive + 3 * MINUTE;
	const there = order.arriveAtCustomer ?? left + drivingTime(order.distanceMetres);
	const due: Record<DriverStep, number> = {
		driverArrive: order.pickupAt,
		driverLeft: left,
		arriveAtCustomer: there,
		done: there + 2 * MINUTE,
	};
	return due[nextStep(order) ?? 'done'];
}
