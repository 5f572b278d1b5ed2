import type { DeliveryRequest, OrderProblem, OrderReading } from '../../delivery/request';
import { isSome } from '../../delivery/request';
import { countryCode } from '../../delivery/country';
import type { ReadingInput } from './booking-form';
import { nextReference } from './attempts';
import { readPosition } from './position';

type Overrides = NonNullable<ReadingInput['overrides']>;

const referenceOf = ({ reference, after_failed: failed }: Overrides): string | undefined =>
	reference ?? (failed === undefined ? undefined : nextReference(failed));

/** Fields of problems that an override answers. */
const ANSWERS: readonly { given: (overrides: Overrides) => boolean; field: RegExp }[] = [
	{ given: (overrides) => referenceOf(overrides) !== undefined, field: /^reference$/ },
	{ given: ({ name, company }) => name !== undefined || company !== undefined, field: /^contact\.name$/ },
	{ given: ({ street }) => street !== undefined, field: /^place\.lines$/ },
	{ given: ({ postal_code, city }) => postal_code !== undefined || city !== undefined, field: /^place\.postalCode$/ },
	{ given: ({ country }) => country !== undefined, field: /^place\.country$/ },
	{ given: ({ slot_start }) => slot_start !== undefined, field: /^slot$/ },
];

function withPlace(
	{ place }: DeliveryRequest,
	overrides: Overrides,
	coordinates: DeliveryRequest['place']['coordinates'],
) {
	const { street, street_2: second, postal_code: postalCode, city, country } = overrides;
	const [, ...rest] = place.lines;
	const moved = street !== undefined || postalCode !== undefined || city !== undefined;
	return {
		lines:
			street === undefined && second === undefined
				? place.lines
				: [street ?? place.lines[0], ...(second === undefined ? rest : [second])].filter((line) => line !== undefined),
		postalCode: postalCode ?? place.postalCode,
		city: city ?? place.city,
		region: place.region,
		country: country === undefined ? place.country : (countryCode(country) ?? country),
		// The position of the order belongs to the order's own address.
		coordinates: coordinates ?? (moved ? null : place.coordinates),
	};
}

function withContact({ contact }: DeliveryRequest, { name, company, phone, email }: Overrides) {
	return {
		...contact,
		...(name === undefined ? {} : { name, firstName: null, lastName: name }),
		...(name === undefined && contact.name === '' && company !== undefined ? { name: company } : {}),
		...(company === undefined ? {} : { company }),
		...(phone === undefined ? {} : { phone }),
		...(email === undefined ? {} : { email }),
	};
}

/** The request with what the user gave in place of the order's own values. */
function changed(
	request: DeliveryRequest,
	overrides: Overrides,
	coordinates: DeliveryRequest['place']['coordinates'],
): DeliveryRequest {
	const { slot_start: start, slot_end: end, note } = overrides;
	const reference = referenceOf(overrides);
	const ownEnd = request.slot.kind === 'window' ? request.slot.end : null;
	return {
		...request,
		...(reference === undefined ? {} : { reference: { ...request.reference, text: reference } }),
		contact: withContact(request, overrides),
		place: withPlace(request, overrides, coordinates),
		...(start === undefined
			? {}
			: { slot: { kind: 'window', start, end: end ?? null, text: null, source: 'Override' } }),
		...(start === undefined && end !== undefined && request.slot.kind === 'window' && ownEnd === null
			? { slot: { ...request.slot, end } }
			: {}),
		...(note === undefined ? {} : { note }),
	};
}

function positionOf({ latitude, longitude, position }: Overrides) {
	if (latitude !== undefined && longitude !== undefined) return { coordinates: { latitude, longitude } };
	return position === undefined ? { coordinates: null } : readPosition(position);
}

/** A reading with the user's overrides. An override removes the problem that it answers. */
export function withOverrides(reading: OrderReading, overrides: Overrides | undefined): OrderReading {
	const { request } = reading;
	if (overrides === undefined || request === null) return reading;
	// A position of the order itself is surer than a geocoder's.
	const position =
		request.place.coordinates !== null && overrides.street === undefined && overrides.latitude === undefined
			? { coordinates: request.place.coordinates }
			: positionOf(overrides);
	const next = changed(request, overrides, 'coordinates' in position ? position.coordinates : null);
	if (reading.outcome === 'left_out') return { ...reading, request: next };
	const answered = ANSWERS.filter(({ given }) => given(overrides));
	const problems: OrderProblem[] = [
		...(reading.outcome === 'problems' ? reading.problems : []).filter(
			(problem) => !answered.some(({ field }) => field.test(problem.field)),
		),
		...('problem' in position ? [position.problem] : []),
	];
	return isSome(problems) ? { outcome: 'problems', problems, request: next } : { outcome: 'deliver', request: next };
}
