import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

import type { LookUpLag, Sandbox } from '../../sandbox/carriers';
import { carriers } from '../../shared/registry';
import { SHOP_ORDER } from '../../shared/declare/shop-order';
import { lookUpOf } from '../../shared/run/booking-settings';
import { orderFor, rulesFor } from '../shops/order-steps/orders';
import type { CarrierLab, Subject } from './subject';

export type { Subject } from './subject';

const load = createRequire(__filename);

/** Every carrier's own folder defines how its bookings are tried. A carrier without a booking needs no such file. */
function labOf(id: string): CarrierLab | undefined {
	const path = join(__dirname, '../carriers', id, 'lab');
	if (!existsSync(`${path}.ts`)) return undefined;
	// The one edge where a module is found by its path.
	return (load(path) as { lab: CarrierLab }).lab;
}

/** Every booking of every carrier. A booking action that its carrier's lab.ts does not know fails the lab. */
export const allSubjects: Subject[] = carriers.flatMap((carrier) => {
	const lab = labOf(carrier.id);
	return (
		carrier.actions
			// A shop's order is booked by one of these actions.
			.filter(({ effect, resource }) => effect === 'booking' && resource !== SHOP_ORDER)
			.map((action) => {
				const definition = lab?.subjects[action.id];
				if (!lab || !definition)
					throw new Error(`test/carriers/${carrier.id}/lab.ts does not say how to try ${action.id}`);
				return {
					carrier,
					action,
					hasLookUp: lookUpOf(action) !== undefined,
					setUp: lab.setUp,
					refusal: lab.refusal,
					...definition,
				};
			})
	);
});

/** A step that books a shop's order, tried as the booking is that it makes. The order's own reference is overridden. */
export const orderSubjects: Subject[] = carriers.flatMap((carrier) => {
	const booked = allSubjects.find(
		({ carrier: { id }, action }) => id === carrier.id && action.id === carrier.shopOrder?.booking.id,
	);
	const action = carrier.actions.find(({ id }) => id === `${SHOP_ORDER}.book`);
	if (!booked || !action) return [];
	const input = (reference: string) => ({
		order: orderFor(carrier.id)(),
		overrides: { reference },
		...rulesFor(carrier.id),
	});
	return [{ ...booked, action, input }];
});

/** Bookings that take any text as their reference, so that many can be booked at once. */
export const subjects: Subject[] = allSubjects.filter(({ prepare }) => prepare === undefined);

/** Prepares a sandbox for scenarios of a subject. */
export function setUpSandbox({ lookUps, setUp }: Subject, sandbox: Sandbox, lag: LookUpLag): void {
	if (lookUps === 'lagging') sandbox.lookUpLag = lag;
	setUp?.(sandbox);
}

/** One of the scenarios of a booking. */
export interface ScenarioKey {
	subject: Subject;
	round: number;
}

/** FNV-1a over the booking's name, so that another carrier in the registry leaves existing scenarios unchanged. */
export function seedOf({ subject, round }: ScenarioKey): number {
	const hash = [...`${subject.carrier.id} ${subject.action.id}`].reduce(
		(value, letter) => Math.imul(value ^ letter.charCodeAt(0), 0x01000193),
		0x811c9dc5,
	);
	return (hash + round) >>> 0;
}

/** Goes through the bookings in turn, round after round. */
export function scenarioAt(index: number, from: readonly Subject[]): ScenarioKey {
	const subject = from[index % from.length];
	if (!subject) throw new Error('There is no booking to try');
	return { subject, round: Math.floor(index / from.length) };
}
