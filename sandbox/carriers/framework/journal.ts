import type { Journal, JournalEntry, JournalFilter } from './journal.types';

export interface WritableJournal extends Journal {
	open(entry: Omit<JournalEntry, 'seq' | 'committed'>): JournalEntry;
	close(entry: JournalEntry): void;
}

export function createJournal(): WritableJournal {
	let entries: JournalEntry[] = [];
	let count = 0;
	const listeners = new Set<(entry: JournalEntry) => void>();
	return {
		get entries() {
			return entries;
		},
		find: (filter) => entries.filter((entry) => matches(entry, filter)),
		subscribe(listener) {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
		clear() {
			entries = [];
		},
		open(request) {
			count += 1;
			const entry: JournalEntry = { seq: count, committed: false, ...request };
			entries.push(entry);
			return entry;
		},
		close(entry) {
			for (const listener of listeners) listener(entry);
		},
	};
}

function matches(entry: JournalEntry, filter: JournalFilter): boolean {
	return (
		(filter.carrier === undefined || filter.carrier === entry.carrier) &&
		(filter.route === undefined || filter.route === entry.route) &&
		(filter.effect === undefined || filter.effect === entry.effect) &&
		(filter.method === undefined || filter.method === entry.method) &&
		(filter.committed === undefined || filter.committed === entry.committed) &&
		(filter.status === undefined || filter.status === entry.status)
	);
}
