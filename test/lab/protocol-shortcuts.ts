import type { MeetingSettings } from './meeting-plan';
import type { Mutation } from './mutated-pipeline';

interface Shortcut {
	mutation: Mutation;
	/** Where it shows, if it does not show in the usual hard meetings. */
	settings?: MeetingSettings;
}

/** Every step of the protocol between machines, left out or cut short. */
export const protocolShortcuts: Readonly<Record<string, Shortcut>> = {
	'does not read the list after its booking': {
		mutation: {
			file: 'book.ts',
			from: 'const skipDuplicateCheck = existingIds.size > 0 || isUnique(booking.find);',
			to: 'const skipDuplicateCheck = true;',
		},
	},
	'does not wait for a list that lags': {
		mutation: {
			file: 'duplicates.ts',
			from: 'listed.value.length === 0 && (await sleepWithin(booking, SETTLE_MS)))',
			to: 'listed.value.length === 0 && booking.reference === "")',
		},
		settings: { onDuplicate: 'cancel_later', lag: 3_000, isHard: true },
	},
	'does not pause where it is to wait': {
		mutation: {
			file: 'duplicates.ts',
			from: "if (isCancelling && onDuplicate === 'wait') await sleepWithin(booking, since + DUPLICATE_SETTLE_MS - ports.now());",
			to: '',
		},
		// Random ids rank a booking first after another run has handed on its own.
		settings: { onDuplicate: 'wait', lag: 0, machines: 3 },
	},
	'ranks by what the list and its own answer say': {
		mutation: {
			file: 'cancel-duplicate.ts',
			from: 'if (!find.readFull) return',
			to: 'return',
		},
		settings: { onDuplicate: 'cancel_later', lag: 0, isHard: true },
	},
	'ranks its own booking first': {
		mutation: {
			file: 'duplicates.ts',
			from: 'const [first, ...others] = inOrder(alive, booking);',
			to: 'const [first, ...others] = [...inOrder(alive, booking)].sort((a, b) => Number(includes(own, b)) - Number(includes(own, a)));',
		},
	},
	'gives way to any other booking': {
		mutation: {
			file: 'duplicates.ts',
			from: 'const [first, ...others] = inOrder(alive, booking);',
			to: 'const [first, ...others] = [...inOrder(alive, booking)].sort((a, b) => Number(includes(own, a)) - Number(includes(own, b)));',
		},
	},
	'cancels nothing but its own booking': {
		mutation: {
			file: 'duplicates.ts',
			from: 'if (booking.find.cancel?.ownOnly) return false;',
			to: 'return false;',
		},
	},
	'cancels bookings that were made long before': {
		mutation: {
			file: 'duplicates.ts',
			from: 'Number.isNaN(apart) ? own.length > 0 : apart <= SAME_MOMENT_MS',
			to: 'true',
		},
	},
	'counts a cancelled booking as live': {
		mutation: {
			file: 'cancel-duplicate.ts',
			from: 'isAlive: isLive(merged)',
			to: 'isAlive: true',
		},
	},
	'takes an unclear cancel for done': {
		mutation: {
			file: 'cancel-duplicate.ts',
			from: 'if (now.ok && !now.value.isAlive) return',
			to: 'if (UNCLEAR.has(code) || (now.ok && !now.value.isAlive)) return',
		},
	},
	'cancels once where the answer is unclear': {
		mutation: {
			file: 'cancel-duplicate.ts',
			from: 'if (tries === 2 || !UNCLEAR.has(code))',
			to: 'if (tries === 1)',
		},
	},
	'hands on the first booking without reading it once more': {
		mutation: {
			file: 'duplicates.ts',
			from: 'const again = await readRival(booking, first);\n\t\t\tif (!again.ok || again.value.isAlive) return { kept: first, warnings };',
			to: 'return { kept: first, warnings };',
		},
	},
	'hands on the first booking although it is dead': {
		mutation: {
			file: 'duplicates.ts',
			from: 'if (!again.ok || again.value.isAlive) return { kept: first, warnings };',
			to: 'return { kept: first, warnings };',
		},
	},
};
