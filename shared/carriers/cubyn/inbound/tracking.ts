import type { Item } from '../../../declare/facts';
import { toUtcDay } from '../utc';
import { OTHER_CARRIER, type DeliveryLine } from './shipment';

/** The tracking number of each line: a carrier's own, or the reference where Cubyn's document takes its place. */
export function trackingNumbers(
	deliveries: readonly DeliveryLine[],
	reference: string | undefined,
): (string | undefined)[] {
	const unnumbered = deliveries.filter(
		({ carrierName, carrierTrackingId }) => carrierName === OTHER_CARRIER && carrierTrackingId === undefined,
	);
	return deliveries.map((line) => {
		if (line.carrierTrackingId !== undefined || reference === undefined || line.carrierName !== OTHER_CARRIER)
			return line.carrierTrackingId;
		return unnumbered.length === 1 ? reference : `${reference}-${unnumbered.indexOf(line) + 1}`;
	});
}

const isSameContent = (line: DeliveryLine, found: Item) =>
	found.shippingCarrier === line.carrierName &&
	found.declaredPackingUnits === line.declaredPackingUnits &&
	(line.estimatedReceptionDate === undefined ||
		Date.parse(String(found.estimatedAt)) === Date.parse(String(toUtcDay(line.estimatedReceptionDate))));

/**
 * Matches each line to an existing delivery: by its number, or by its content where it has no number. Each delivery
 * matches one line only.
 */
export function matchByLine<D extends Item>(
	deliveries: readonly DeliveryLine[],
	numbers: readonly (string | undefined)[],
	found: readonly D[],
): (D | undefined)[] {
	const unmatched = new Set(found);
	const take = (isMatch: (delivery: Item) => boolean) => {
		const match = [...unmatched].find(isMatch);
		if (match) unmatched.delete(match);
		return match;
	};
	const byNumber = numbers.map((number) =>
		number === undefined ? undefined : take(({ trackingNumber }) => trackingNumber === number),
	);
	return deliveries.map(
		(line, index) =>
			byNumber[index] ?? (numbers[index] === undefined ? take((delivery) => isSameContent(line, delivery)) : undefined),
	);
}

/** Does the order hold exactly these lines? Numbers that Cubyn or another run made do not count. */
export const isSameDeliveries = (deliveries: readonly DeliveryLine[], found: readonly Item[]): boolean =>
	found.length === deliveries.length &&
	matchByLine(
		deliveries,
		deliveries.map(({ carrierTrackingId }) => carrierTrackingId),
		found,
	).every((match) => match !== undefined);
