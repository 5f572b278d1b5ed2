import { createDelivery } from '../../shared/carriers/cyke/actions/create';
import { cyke } from '../../shared/carriers/cyke/carrier';
import { deliveryV2 } from '../../shared/carriers/cyke/documented';
import type { JsonObject } from '../../shared/json';
import { perform } from '../../shared/run/perform';
import { isSameReference } from '../../shared/run/same-reference';
import { accessOf, partsOf } from './samples';
import { noResponse, response, scriptedPorts } from './scripted-ports';

const SENT = `wc  é & 1042 ${'x'.repeat(300)}`;
const changes: readonly [string, string, (reference: string) => string][] = [
	['in upper case', 'wc-1042', (reference) => reference.toUpperCase()],
	['with single spaces', 'wc  1042', (reference) => reference.replace(/\s+/g, ' ')],
	['cut at 255', SENT, (reference) => reference.slice(0, 255)],
	['recomposed', 'cafe\u0301-7', (reference) => reference.normalize('NFC')],
	['escaped', "o'neill & co", (reference) => reference.replace(/&/g, '&amp;').replace(/'/g, '&#039;')],
	['without zeros in front', '007', (reference) => reference.replace(/^0+/, '')],
];

/** A Cyke that keeps references in its own spelling, and finds them by that alone or by any. */
function createCarrier(change: (reference: string) => string, asksForOwnSpelling: boolean, loses = 0) {
	const bookings: { id: number; reference: string }[] = [];
	let losses = loses;
	const ports = scriptedPorts((request) => {
		const { method, path, query, body } = partsOf(request);
		if (path.includes('package_types')) return response(200, [{ id: 3, type: 'Box' }]);
		const view = ({ id, reference }: (typeof bookings)[number]) => ({
			...deliveryV2,
			id,
			client_order_reference: reference,
		});
		if (method === 'POST') {
			const reference = change(String((body as JsonObject).client_order_reference));
			bookings.push({ id: 4711 + bookings.length, reference });
			const [made] = bookings.slice(-1);
			if ((losses -= 1) >= 0 || !made) return noResponse('maybe');
			return response(201, view(made));
		}
		const id = Number(/deliveries\/(\d+)/.exec(path)?.[1]);
		if (!Number.isNaN(id)) return response(200, bookings.filter((each) => each.id === id).map(view)[0] ?? {});
		const wanted = String(query.client_order_reference);
		const isListed = (reference: string) =>
			reference === wanted || (!asksForOwnSpelling && reference === change(wanted));
		return response(
			200,
			bookings
				.filter(({ reference }) => isListed(reference))
				.map((each) => ({ id: each.id, created_at: deliveryV2.created_at, status: 'saved' })),
		);
	});
	const book = async (reference: string) => {
		const packages = [{ package_type: 'Box', amount: 1 }];
		const values = { ...createDelivery.samples[0]?.input, packages, client_order_reference: reference };
		const result = await perform({ carrier: cyke, action: createDelivery, access: accessOf(cyke), values }, ports);
		return result.ok ? result.value[0] : result.failure;
	};
	return { bookings, book };
}

test.each(changes)('a reference that comes back %s is reported, and found again', async (_, reference, change) => {
	const { book, bookings } = createCarrier(change, true);
	// What is sent is normalised already, so some carriers change nothing more.
	const isChanged = (shown: string | undefined) => shown !== undefined && shown !== reference.normalize('NFC');
	const first = await book(reference);
	expect(first).toMatchObject({ outcome: 'created' });
	const notice = expect.arrayContaining([expect.stringContaining(`as "${bookings[0]?.reference}"`)]);
	if (isChanged(bookings[0]?.reference)) expect(first).toMatchObject({ warnings: notice });
	const again = await book(reference);
	expect(again).toMatchObject({ outcome: 'found', id: '4711' });
	if (isChanged(bookings[0]?.reference)) expect(again).toMatchObject({ warnings: notice });
	expect(bookings).toHaveLength(1);
});

test.each(changes)(
	'%s: a lost answer books once, where the list knows both spellings',
	async (_, reference, change) => {
		const { book, bookings } = createCarrier(change, false, 1);
		expect(await book(reference)).toMatchObject({ outcome: 'created', id: '4711' });
		expect(bookings).toHaveLength(1);
	},
);

test.each([
	['WC-1042', 'WC-1043'],
	['WC-1042', 'WC-10421'],
	['WC-10421', 'WC-1042'],
	['70', '7'],
	['', 'WC-1'],
])('%j is not %j', (shown, sent) => {
	expect(isSameReference(shown, sent)).toBe(false);
});
