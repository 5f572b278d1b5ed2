import type { Item } from '../../../declare/facts';
import { OTHER, type DeliveryLine } from './shipment';

/** The tracking number of each line: a carrier's own, or the reference where Cubyn's document takes its place. */
export function trackingNumbers(deliveries: readonly DeliveryLine[], reference: string | undefined): (string | undefined)[] {
	const nameless = deliveries.filter(({ carrierName, carrierTrackingId }) => carrierName === OTHER && carrierTrackingId === undefined);
	return deliveries.map((line) => {
		if (line.carrierTrackingId !== undefined || reference === undefined || line.carrierName !== OTHER) return line.carrierTrackingId;
		return nameless.length === 1 ? reference : `${reference}-${nameless.indexOf(line) + 1}`;
	});
}

const sameContent = (line: DeliveryLine, found: Item) =>
	found.shippingCarrier === line.carrierName &&
	found.declaredPackingUnits === line.declaredPackingUnits &&
	(line.estimatedReceptionDate === undefined || Date.parse(String(found.estimatedAt)) === Date.parse(line.estimatedReceptionDate));

/** For each line the delivery that it already is: by its number, or where it has none, one of the same content. Each delivery stands for one line. */
export function foundFor(deliveries: readonly DeliveryLine[], numbers: readonly (string | undefined)[], found: readonly Item[]): (Item | undefined)[] {
	const free = new Set(found);
	const take = (is: (each: Item) => boolean) => {
		const match = [...free].find(is);
		if (match) free.delete(match);
		return match;
	};
	const byNumber = numbers.map((number) => (number === undefined ? undefined : take(({ trackingNumber }) => trackingNumber === number)));
	return deliveries.map((line, at) => byNumber[at] ?? (numbers[at] === undefined ? take((each) => sameContent(line, each)) : undefined));
}

/** Is each of the lines there, and nothing else? Numbers that Cubyn or another run made do not count. */
export const sameDeliveries = (deliveries: readonly DeliveryLine[], found: readonly Item[]): boolean =>
	found.length === deliveries.length && foundFor(deliveries, deliveries.map(({ carrierTrackingId }) => carrierTrackingId), found).every((each) => each !== undefined);
