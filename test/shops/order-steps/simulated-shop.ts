import type { Item } from '../../../shared/declare/facts';
import type { JsonObject } from '../../../shared/json';
import type { Dice } from '../../lab/seeded-random';
import { woo } from './orders';

export const HOUR_MS = 3_600_000;
export const DAY_MS = 24 * HOUR_MS;

const iso = (ms: number) => new Date(ms).toISOString();

/** Discrepancies that go wrong between a shop and a carrier, by what a reconciliation should call them. */
export type Planted = 'missing' | 'twice' | 'orphaned' | 'stuck' | 'to_cancel';

interface Booking extends Item {
	id: string;
	reference: string;
	status: string;
}

/** What happens to an order from its placing on; hours are counted from the morning of its day. */
type Life = (shop: SimulatedShop, number: number, morning: number) => void;

const prefix = 'WC';
const referenceOf = (number: number) => `${prefix}-${number}`;

/** Shop and carrier side by side, moving with a virtual clock. */
export class SimulatedShop {
	readonly orders = new Map<number, JsonObject>();
	readonly bookings: Booking[] = [];
	/** What is wrong at the moment, by reference. */
	readonly wrong = new Map<string, Planted>();
	private readonly ahead: { at: number; act: () => void }[] = [];
	private nextBooking = 1;

	later(at: number, act: () => void): void {
		this.ahead.push({ at, act });
	}

	/** All that happens until then, in its order. */
	runUntil(now: number): void {
		for (;;) {
			const due = this.ahead.filter(({ at }) => at <= now).sort((a, b) => a.at - b.at)[0];
			if (!due) return;
			this.ahead.splice(this.ahead.indexOf(due), 1);
			due.act();
		}
	}

	/** What is long over is looked at by nobody, and only costs the test time. */
	forgetBefore(moment: number): void {
		for (const [number, order] of this.orders)
			if (String(order.date_created_gmt) < iso(moment)) this.orders.delete(number);
		const left = this.bookings.filter(
			({ createdAt, terminal }) => terminal !== true || String(createdAt) >= iso(moment),
		);
		this.bookings.splice(0, this.bookings.length, ...left);
	}

	place(number: number, at: number, changes: JsonObject = {}): void {
		const text = String(number);
		this.orders.set(number, woo({ id: number, number: text, date_created_gmt: iso(at).slice(0, 19), ...changes }));
	}

	change(number: number, changes: JsonObject): void {
		this.orders.set(number, { ...this.orders.get(number), ...changes });
	}

	/** `due`: the end of its slot. */
	book(reference: string, at: number, due: number | null, changes: JsonObject = {}): Booking {
		const id = String(this.nextBooking);
		this.nextBooking += 1;
		const dropoff = { slotEnd: due === null ? null : iso(due) };
		const booking = { id, reference, type: null, status: 'scheduled', createdAt: iso(at), occurredAt: null, dropoff };
		const made: Booking = Object.assign(booking, changes);
		this.bookings.push(made);
		return made;
	}

	/** Ends a booking, and may set the order's status. */
	end(booking: Booking, status: string, at: number): void {
		Object.assign(booking, { status, terminal: true, occurredAt: iso(at) });
	}

	/** Wrong from that moment on, until somebody mends it. */
	goesWrong(number: number, planted: Planted, at: number, mendedAt: number, mend: () => void): void {
		this.later(at, () => this.wrong.set(referenceOf(number), planted));
		this.later(mendedAt, () => {
			this.wrong.delete(referenceOf(number));
			mend();
		});
	}
}

const due = (morning: number) => morning + DAY_MS + 8 * HOUR_MS;

/** Lives in which nothing is wrong, though some look like it. */
export const fine: Readonly<Record<string, Life>> = {
	delivered: (shop, number, morning) => {
		const booking = shop.book(referenceOf(number), morning, due(morning));
		shop.later(due(morning), () => {
			shop.end(booking, 'delivered', due(morning));
			shop.change(number, { status: 'completed' });
		});
	},
	// At night its slot has been over for a while, and the hours of grace have not.
	'a courier who is late': (shop, number, morning) => {
		const late = morning + 20 * HOUR_MS;
		const booking = shop.book(referenceOf(number), morning, morning + 16 * HOUR_MS);
		shop.later(late, () => {
			shop.end(booking, 'delivered', late);
			shop.change(number, { status: 'completed' });
		});
	},
	'the shop hears of it in the morning': (shop, number, morning) => {
		const at = morning + 16 * HOUR_MS;
		shop.end(shop.book(referenceOf(number), morning, at), 'delivered', at);
		shop.later(morning + 20 * HOUR_MS, () => shop.change(number, { status: 'completed' }));
	},
	'a parcel without a slot': (shop, number, morning) => {
		const booking = shop.book(referenceOf(number), morning, null, { status: 'in_transit' });
		shop.later(morning + 5 * DAY_MS, () => {
			shop.end(booking, 'delivered', morning + 5 * DAY_MS);
			shop.change(number, { status: 'completed' });
		});
	},
	'cancelled with its courier': (shop, number, morning) => {
		shop.end(shop.book(referenceOf(number), morning, due(morning)), 'cancelled', morning);
		shop.change(number, { status: 'cancelled' });
	},
	'never paid': (shop, number) => shop.change(number, { status: 'pending', date_paid: null }),
	collected: (shop, number) =>
		shop.change(number, { shipping_lines: [{ id: 9, method_title: 'Click and collect', method_id: 'local_pickup' }] }),
	'failed, and a person has it': (shop, number, morning) => {
		shop.end(shop.book(referenceOf(number), morning, due(morning)), 'failed', morning + HOUR_MS);
		shop.change(number, { status: 'on-hold' });
	},
	'failed, and tried again': (shop, number, morning) => {
		shop.end(shop.book(referenceOf(number), morning, morning), 'failed', morning + HOUR_MS);
		shop.change(number, { status: 'on-hold' });
		const again = shop.book(`${referenceOf(number)}-R2`, morning + 2 * HOUR_MS, due(morning));
		shop.later(due(morning), () => {
			shop.end(again, 'delivered', due(morning));
			shop.change(number, { status: 'completed' });
		});
	},
	"another shop's": (shop, number, morning) => {
		shop.orders.delete(number);
		const other = shop.book(`OTHER-${number}`, morning, due(morning));
		shop.later(due(morning), () => shop.end(other, 'delivered', due(morning)));
	},
};

/** Lives that go wrong, and are mended some nights later. */
export const faulty: Readonly<Record<string, (mendedAt: number) => Life>> = {
	'nobody booked it': (mendedAt) => (shop, number, morning) =>
		shop.goesWrong(number, 'missing', morning, mendedAt, () => fine.delivered?.(shop, number, mendedAt)),
	'its courier was cancelled by hand': (mendedAt) => (shop, number, morning) => {
		shop.end(shop.book(referenceOf(number), morning, due(morning)), 'cancelled', morning);
		shop.goesWrong(number, 'missing', morning, mendedAt, () => fine.delivered?.(shop, number, mendedAt));
	},
	'booked by two machines': (mendedAt) => (shop, number, morning) => {
		const late = mendedAt + 8 * HOUR_MS;
		const [one, other] = [shop.book(referenceOf(number), morning, late), shop.book(referenceOf(number), morning, late)];
		shop.goesWrong(number, 'twice', morning, mendedAt, () => shop.end(one, 'cancelled', mendedAt));
		shop.later(late, () => {
			shop.end(other, 'delivered', late);
			shop.change(number, { status: 'completed' });
		});
	},
	'tried again while the first is on its way': (mendedAt) => (shop, number, morning) => {
		const late = mendedAt + 8 * HOUR_MS;
		const first = shop.book(referenceOf(number), morning, late, { status: 'attempt_failed' });
		const again = shop.book(`${referenceOf(number)}-R2`, morning, late);
		shop.goesWrong(number, 'twice', morning, mendedAt, () => shop.end(again, 'cancelled', mendedAt));
		shop.later(late, () => {
			shop.end(first, 'delivered', late);
			shop.change(number, { status: 'completed' });
		});
	},
	'deleted in the shop': (mendedAt) => (shop, number, morning) => {
		const booking = shop.book(referenceOf(number), morning, mendedAt + DAY_MS);
		shop.orders.delete(number);
		shop.goesWrong(number, 'orphaned', morning, mendedAt, () => shop.end(booking, 'cancelled', mendedAt));
	},
	'cancelled without its courier': (mendedAt) => (shop, number, morning) => {
		const booking = shop.book(referenceOf(number), morning, mendedAt + DAY_MS);
		shop.change(number, { status: 'cancelled' });
		shop.goesWrong(number, 'to_cancel', morning, mendedAt, () => shop.end(booking, 'cancelled', mendedAt));
	},
	'refunded without its courier': (mendedAt) => (shop, number, morning) => {
		const booking = shop.book(referenceOf(number), morning, mendedAt + DAY_MS);
		shop.change(number, { status: 'refunded' });
		shop.goesWrong(number, 'to_cancel', morning, mendedAt, () => shop.end(booking, 'cancelled', mendedAt));
	},
	'nobody came': (mendedAt) => (shop, number, morning) => {
		const booking = shop.book(referenceOf(number), morning, morning + 8 * HOUR_MS);
		shop.goesWrong(number, 'stuck', morning + 14 * HOUR_MS, mendedAt, () => {
			shop.end(booking, 'delivered', mendedAt);
			shop.change(number, { status: 'completed' });
		});
	},
	'a parcel that lies somewhere': (mendedAt) => (shop, number, morning) => {
		const booking = shop.book(referenceOf(number), morning - 8 * DAY_MS, null, { status: 'in_transit' });
		shop.goesWrong(number, 'stuck', morning, mendedAt, () => {
			shop.end(booking, 'returned', mendedAt);
			shop.change(number, { status: 'refunded' });
		});
	},
	'the carrier asks for another address': (mendedAt) => (shop, number, morning) => {
		const booking = shop.book(referenceOf(number), morning, mendedAt + DAY_MS, { status: 'needs_attention' });
		shop.goesWrong(number, 'stuck', morning, mendedAt, () => {
			shop.end(booking, 'delivered', mendedAt);
			shop.change(number, { status: 'completed' });
		});
	},
	'failed, and nobody noticed': (mendedAt) => (shop, number, morning) => {
		shop.end(shop.book(referenceOf(number), morning, due(morning)), 'failed', morning);
		shop.goesWrong(number, 'stuck', morning, mendedAt, () => shop.change(number, { status: 'refunded' }));
	},
	'failed twice, and nobody noticed': (mendedAt) => (shop, number, morning) => {
		shop.end(shop.book(referenceOf(number), morning, due(morning)), 'failed', morning);
		shop.end(shop.book(`${referenceOf(number)}-R2`, morning, due(morning)), 'failed', morning);
		shop.goesWrong(number, 'stuck', morning, mendedAt, () => shop.change(number, { status: 'refunded' }));
	},
	'delivered, and the shop never heard': (mendedAt) => (shop, number, morning) => {
		shop.end(shop.book(referenceOf(number), morning, morning), 'delivered', morning);
		shop.goesWrong(number, 'stuck', morning + 7 * HOUR_MS, mendedAt, () =>
			shop.change(number, { status: 'completed' }),
		);
	},
};

/** The orders of one day, some of them with something wrong. */
export function liveDay(shop: SimulatedShop, first: number, morning: number, dice: Dice): number {
	const many = 1 + dice.below(5);
	const [fines, faults] = [Object.values(fine), Object.values(faulty)];
	for (let at = 0; at < many; at += 1) {
		const number = first + at;
		shop.place(number, morning);
		const mendedAt = morning + (1 + dice.below(3)) * DAY_MS;
		const life = dice.chance(0.25) ? faults[dice.below(faults.length)]?.(mendedAt) : fines[dice.below(fines.length)];
		life?.(shop, number, morning);
	}
	return first + many;
}
