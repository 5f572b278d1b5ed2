import type { Journal, JournalEntry, JournalFilter } from './journal.types';

export interface KeptJournal extends Journal {
	open(entry: Omit<JournalEntry, 'n' | 'committed'>): JournalEntry;
	close(entry: JournalEntry): void;
}

export function makeJournal(): KeptJournal {
	let entries: JournalEntry[] = [];
	let count = 0;
	const listeners = new Set<(entry: JournalEntry) => void>();
	return {
		get entries() {
			return entries;
		},
		of: (filter) => entries.filter((entry) => fits(entry, filter)),
		subscribe(listener) {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
		clear() {
			entries = [];
		},
		open(seen) {
			count += 1;
			const entry: JournalEntry = { n: count, committed: false, ...seen };
			entries.push(entry);
			return entry;
		},
		close(entry) {
			for (const listener of listeners) listener(entry);
		},
	};
}

function fits(entry: JournalEntry, filter: JournalFilter): boolean {
	return (
		(filter.carrier === undefined || filter.carrier === entry.carrier) &&
		(filter.route === undefined || filter.route === entry.route) &&
		(filter.effect === undefined || filter.effect === entry.effect) &&
		(filter.method === undefined || filter.method === entry.method) &&
		(filter.committed === undefined || filter.committed === entry.committed) &&
		(filter.status === undefined || filter.status === entry.status)
	);
}
