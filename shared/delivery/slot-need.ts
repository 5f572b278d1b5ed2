import type { OrderProblem, Slot } from './request';

const problem = (found: string | null, message: string): { problem: OrderProblem } => ({
	problem: { field: 'slot', found, message },
});

export interface Start {
	start: string;
	end: string | null;
}

/** A slot for a carrier that has to know when: its start, or why there is none. */
export function startOf(slot: Slot): Start | { problem: OrderProblem } {
	switch (slot.kind) {
		case 'window':
			return { start: slot.start, end: slot.end };
		case 'day':
			return problem(
				slot.text,
				`The order names the day ${slot.day} ("${slot.text ?? slot.day}") and no time. Give the opening hours under Slot, or a slot under Override.`,
			);
		case 'asap':
			return problem(
				slot.text,
				`The order is wanted as soon as possible ("${slot.text ?? 'ASAP'}"). Say under Slot in how many minutes it is ready.`,
			);
		case 'none':
			return problem(null, 'The order names no slot. Say under Slot what to do then, or give a slot under Override.');
	}
}

/** The same for a carrier whose slots have an end. */
export function windowOf(slot: Slot): { start: string; end: string } | { problem: OrderProblem } {
	const read = startOf(slot);
	if ('problem' in read) return read;
	const text = slot.kind === 'window' ? slot.text : null;
	return read.end === null
		? problem(
				text,
				`The order names a single time ("${text ?? read.start}") and no end. Say under Slot how long a slot is, or give a slot under Override.`,
			)
		: { start: read.start, end: read.end };
}
