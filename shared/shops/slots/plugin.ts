/** The format of a day in a field. Rows list formats in this order: reliable ones before ones that can be misread. */
export type DayFormat =
	/** Seconds since 1970, UTC. */
	| 'epoch'
	/** Seconds since 1970 of the shop's wall clock, as WordPress makes them with `strtotime`. */
	| 'wall_epoch'
	/** Year first: 20261125, 2026-11-25, 2026/11/25. */
	| 'ymd'
	/** As the shop writes dates: 25/11/2026, November 25, 2026. */
	| 'shop';

/** The format of a time in a field. */
export type TimeFormat =
	/** Seconds since 1970, UTC; the day with it. */
	| 'epoch'
	/** Text that people read: "10:00 - 12:00", "14h", "As soon as possible". */
	| 'text'
	/** An object with a start and an end: {time_from, time_to}. */
	| 'frame';

export interface Field<Format> {
	/** As `fieldKey` writes keys. */
	key: string;
	as: Format;
}

/** One slot plug-in, as data. */
export interface SlotPlugin {
	id: string;
	title: string;
	/** Fields of the day, in order of trust. */
	day: readonly Field<DayFormat>[];
	/** Fields of the whole time, or of its start where `end` has fields. */
	time: readonly Field<TimeFormat>[];
	/** Fields of the end only. */
	end: readonly Field<TimeFormat>[];
	/** Read the shop's labels for day and time if another field proves that the plug-in was active. */
	labels?: true;
	/** Its keys are so common that they count only together: a day and a time. */
	both?: true;
}
