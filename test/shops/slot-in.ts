import { outcome, read } from './read';
import { short } from './read-slots';

/** The slot of an order in one line, or the outcome of an order that is not to be delivered as it is. */
export function slotIn(sample: unknown): string {
	const reading = read(sample);
	if (reading.outcome !== 'deliver') return outcome(sample);
	const { slot } = reading.request;
	if (slot.kind === 'window') return `${short(slot.start)} > ${slot.end === null ? '?' : short(slot.end)}`;
	return slot.kind === 'none' ? 'none' : `${slot.kind} ${slot.day ?? '?'}`;
}

export const atTwo = '11-25T14:00+01:00 > ?';
