/** An order that is delivered again after a failure has a booking of its own, under a reference of its own. */
const ATTEMPT = /-R([2-9]|[1-9]\d)$/;

const FIRST_AGAIN = 2;
/** No order is attempted more often. */
export const MOST_ATTEMPTS = 9;

/** The reference of the order itself: "WC-1042" of "WC-1042-R2". */
export const firstReference = (reference: string): string => reference.replace(ATTEMPT, '');

/** "WC-1042-R2" after "WC-1042", and "WC-1042-R3" after that. The same failure gives the same one. */
export function nextReference(reference: string): string {
	const [, attempt] = ATTEMPT.exec(reference) ?? [];
	const next = attempt === undefined ? FIRST_AGAIN : Number(attempt) + 1;
	return `${firstReference(reference)}-R${next}`;
}
