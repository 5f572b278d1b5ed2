/** 1 is Monday. Closed on days that are not named. */
export type OpeningHours = Readonly<Record<number, { from: string; to: string } | undefined>>;

/** How to read a shop's slots, and the defaults for parts that an order leaves open. */
export interface SlotSettings {
	/** Fields that the user chose, in place of the table of plug-ins. */
	fields: { day: string | null; time: string | null } | null;
	/**
	 * How the shop writes dates: as in PHP (`d/m/Y`) or as in luxon (`dd/MM/yyyy`). Without it, 05/12/2026 is a
	 * problem.
	 */
	dateFormat: string | null;
	/** For an order without a day and a time. An unreadable value is a problem and never uses this. */
	whenNone: { rule: 'none' } | { rule: 'asap'; minutes: number } | { rule: 'next_opening' };
	/** "As soon as possible" is so many minutes from now. */
	asapMinutes: number | null;
	/** The length of a slot without an end. */
	lengthMinutes: number | null;
	/** The hours of a day without a time. */
	opening: OpeningHours | null;
}
