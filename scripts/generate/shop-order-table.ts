import { connectionInfo } from '../../shared/declare/connection';
import type { ConnectionFacts } from '../../shared/declare/facts';
import { labelAt } from '../../shared/declare/form';
import { isJsonObject, type Json, type JsonObject } from '../../shared/json';
import type { Carrier } from '../../shared/declare/carrier';
import type { RequestPart, ShopOrderDeclaration } from '../../shared/declare/shop-order';
import type { DeliveryRequest } from '../../shared/delivery/request';
import { readInput } from '../../shared/run/read-input';
import { accessOf } from '../../test/core/samples';
import { table } from './markdown';

const NOW = Date.parse('2030-05-20T09:00:00+02:00');

/** An order with everything that an order can have, to a place in the carrier's country. */
function fullRequest(country: string): DeliveryRequest {
	const isDanish = country === 'DK';
	return {
		shop: 'woocommerce',
		reference: { text: 'WC-1042', prefix: 'WC', number: '1042', orderId: '1042' },
		contact: {
			name: 'Nora Petit',
			firstName: 'Nora',
			lastName: 'Petit',
			company: 'Atelier Petit',
			phone: isDanish ? '+4512345678' : '+33612345678',
			email: 'nora@example.org',
			otherPhones: [],
		},
		place: {
			lines: isDanish ? ['Vestergade 10'] : ['3 rue Oberkampf', 'Bâtiment B'],
			postalCode: isDanish ? '5000' : '75011',
			city: isDanish ? 'Odense C' : 'Paris',
			region: null,
			country,
			coordinates: isDanish ? { latitude: 55.3957969, longitude: 10.3912053 } : { latitude: 48.864, longitude: 2.373 },
		},
		slot: {
			kind: 'window',
			start: '2030-05-21T14:00:00+02:00',
			end: '2030-05-21T16:00:00+02:00',
			text: '14:00 - 16:00',
			source: 'Iconic Delivery Slots',
		},
		goods: [{ sku: 'S1', name: 'Savon', quantity: 2, unitValue: { amount: 600, currency: 'EUR' }, weightGrams: 200 }],
		parcels: [{ name: '2 × Savon', count: 1, type: null, weightGrams: 5_000, volumeLitres: 20 }],
		note: 'Sonnez deux fois',
		access: [],
		method: { id: 'flat_rate', title: 'Vélo' },
		payment: 'paid',
		total: { amount: 1_200, currency: 'EUR' },
		shopStatus: 'processing',
	};
}

const PARTS: readonly { part: RequestPart; title: string; without(request: DeliveryRequest): DeliveryRequest }[] = [
	{
		part: 'reference',
		title: 'Reference',
		without: (request) => ({ ...request, reference: { ...request.reference, text: '' } }),
	},
	{
		part: 'contact.name',
		title: 'Name and company',
		without: ({ contact, ...request }) => ({
			...request,
			contact: { ...contact, name: '', firstName: null, lastName: null, company: null },
		}),
	},
	{
		part: 'contact.phone',
		title: 'Phone',
		without: ({ contact, ...request }) => ({ ...request, contact: { ...contact, phone: null } }),
	},
	{
		part: 'contact.email',
		title: 'Email',
		without: ({ contact, ...request }) => ({ ...request, contact: { ...contact, email: null } }),
	},
	{
		part: 'place.lines',
		title: 'Street',
		without: ({ place, ...request }) => ({ ...request, place: { ...place, lines: [] } }),
	},
	{
		part: 'place.postalCode',
		title: 'Postal code',
		without: ({ place, ...request }) => ({ ...request, place: { ...place, postalCode: null } }),
	},
	{
		part: 'place.city',
		title: 'City',
		without: ({ place, ...request }) => ({ ...request, place: { ...place, city: null } }),
	},
	{
		part: 'place.country',
		title: 'Country',
		without: ({ place, ...request }) => ({ ...request, place: { ...place, country: null } }),
	},
	{
		part: 'place.coordinates',
		title: 'Position',
		without: ({ place, ...request }) => ({ ...request, place: { ...place, coordinates: null } }),
	},
	{ part: 'slot', title: 'Slot', without: (request) => ({ ...request, slot: { kind: 'none' } }) },
	{ part: 'goods', title: 'Lines of goods', without: (request) => ({ ...request, goods: [] }) },
	{ part: 'parcels', title: 'Parcels', without: (request) => ({ ...request, parcels: [] }) },
	{ part: 'note', title: "Customer's note", without: (request) => ({ ...request, note: null }) },
];

function hasValue(values: JsonObject, path: string): boolean {
	let value: Json | undefined = values;
	for (const key of path.split('.')) value = isJsonObject(value) ? value[key] : undefined;
	return value !== undefined && value !== null && value !== '';
}

const factsOf = (carrier: Carrier): ConnectionFacts => ({ now: NOW, access: connectionInfo(accessOf(carrier)) });

/** Is the part reported where an order lacks it? */
function isNeeded(
	{ booking, places, toBooking }: ShopOrderDeclaration,
	part: RequestPart,
	request: DeliveryRequest,
	facts: ConnectionFacts,
): boolean {
	const { values, problems } = toBooking(request, facts);
	const { read } = readInput(booking, values, facts);
	const paths = read.ok ? [] : (read.failure.problems ?? []).map(({ path }) => path.map(String).join('.'));
	const fields = places[part] ?? [];
	return (
		problems.some(({ field }) => field === part) ||
		paths.some((path) => fields.some((field) => path === field || path.startsWith(`${field}.`)))
	);
}

function cellOf(
	carrier: Carrier,
	declaration: ShopOrderDeclaration,
	{ part, without }: (typeof PARTS)[number],
): string {
	const facts = factsOf(carrier);
	const request = fullRequest(facts.access.country ?? 'FR');
	const { values } = declaration.toBooking(request, facts);
	const filled = (declaration.places[part] ?? []).filter((field) => hasValue(values, field));
	if (filled.length === 0) return 'not taken';
	const labels = [...new Set(filled.map((field) => labelAt(declaration.booking.form, field.split('.'))))].join(', ');
	return isNeeded(declaration, part, without(request), facts) ? `${labels} (needed)` : labels;
}

const START = '<!-- parts: generated -->';
const END = '<!-- /parts -->';

/** The page with the table of what each carrier takes of an order, worked out from a whole order and one without each part. */
export function withParts(page: string, carriers: readonly Carrier[]): string {
	const bookers = carriers.flatMap((carrier) =>
		carrier.shopOrder ? [{ carrier, declaration: carrier.shopOrder }] : [],
	);
	const rows = [
		['Booked with', ...bookers.map(({ declaration }) => declaration.booking.title)],
		...PARTS.map((each) => [
			each.title,
			...bookers.map(({ carrier, declaration }) => cellOf(carrier, declaration, each)),
		]),
		['Price before booking', ...bookers.map(({ declaration }) => (declaration.price ? 'with Check' : 'none'))],
	];
	const [before, after] = [page.split(START)[0], page.split(END)[1]];
	if (before === undefined || after === undefined) throw new Error(`The page has no ${START} … ${END}`);
	const head = ['Part of the order', ...bookers.map(({ carrier }) => carrier.title)];
	return `${before}${START}\n\n${table(head, rows)}\n\n${END}${after}`;
}
