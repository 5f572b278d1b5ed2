/** One line of the table: a figure beside its baseline, both measured in the same run. */
export interface Row {
	what: string;
	baseline: string;
	/** How many times the baseline; undefined where the figure is a count. */
	ratio?: number;
	/** The goal, in words: "at most 7 x". */
	goal?: string;
	/** The absolute figures behind the ratio, for people. */
	figures: string;
}

/** Measures some lines of the table. Every file of rows/ exports one and runs in a process of its own. */
export type Measure = (options: { quick: boolean }) => Promise<Row[]>;
