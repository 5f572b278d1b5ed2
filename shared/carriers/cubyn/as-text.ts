/** Tables and samples disagree about which numbers are text (CU44: `ownerId`); items show text. */
export const asText = (value: string | number | null | undefined): string | null =>
	value === null || value === undefined ? null : String(value);
