import { createSandbox } from '../../sandbox/carriers';
import type { RemarksForm } from '../../sandbox/carriers/deliverit/backoffice.types';
import { bookDriver } from '../../shared/carriers/deliverit/actions/book';
import { deliverit } from '../../shared/carriers/deliverit/carrier';
import { readTag } from '../../shared/carriers/deliverit/tag';
import { withCredentials } from '../../shared/declare/credentials';
import type { Item } from '../../shared/declare/facts';
import type { JsonObject } from '../../shared/json';
import { connect } from '../../shared/run/connect';
import { perform } from '../../shared/run/perform';
import { asReady } from '../core/samples';
import { scriptedPorts } from '../core/scripted-ports';
import { bookedResponse, customer, itemOf, listed, orders, ScriptedDeliverit } from './scripted-deliverit';

const DAY = 24 * 3_600_000;

const trip: JsonObject = {
	reference: 'Wc-1042',
	firstname: 'Freja',
	lastname: 'Holm',
	street: 'Vestergade 10',
	zip: '5000',
	city: 'Odense C',
	telephone: '12 34 56 78',
	latitude: 55.3957969,
	longitude: 10.3912053,
	remarks: 'Ring & wait <2nd floor>',
	time: '2026-11-28 18:30',
};

class Shop {
	readonly sandbox = createSandbox({ startAt: '2026-11-23T10:00:00+01:00' });

	async book(values: JsonObject): Promise<Item> {
		const access = connect(deliverit, { username: 'shop@sandbox.example', password: 'deliverit-sandbox-1' });
		if (!access.ok) throw new Error(access.failure.message);
		const ports = scriptedPorts(async (request) => {
			const { method, url, headers, body } = withCredentials(request, asReady(access.value));
			const response = await this.sandbox.fetch(url, { method, headers: { ...headers }, body });
			const text = await response.text();
			return { response: { status: response.status, headers: Object.fromEntries(response.headers), text } };
		}, this.sandbox.clock.now());
		return itemOf(await perform({ carrier: deliverit, action: bookDriver, access: access.value, values }, ports));
	}
}

describe.each<RemarksForm>(['unchanged', 'escaped', 'cut', 'spaced', 'capitals', 'empty'])('remarks %s', (form) => {
	describe.each(['pickup', 'created'] as const)('periods by %s', (periodBy) => {
		test.each([
			['the same again', {}],
			['with an earlier time', { time: '2026-11-28 17:45' }],
		])('a second booking of the reference, %s, finds the first', async (_, change) => {
			const shop = new Shop();
			Object.assign(shop.sandbox.deliverit.settings, { remarksForm: form, periodBy });
			const first = await shop.book(trip);
			await shop.sandbox.clock.advance(DAY);
			const second = await shop.book({ ...trip, ...change });
			expect(shop.sandbox.deliverit.orders).toHaveLength(1);
			expect(second).toMatchObject({ id: first.id, outcome: 'found', reference: expect.any(String) });
			const isPlain = form === 'unchanged' || form === 'escaped' || form === 'spaced';
			if (!isPlain) expect(String(second.warnings)).toMatch(/without its reference|returned the reference as/);
		});
	});
});

test('an earlier time is found a month later, too: the period depends on the clock alone', async () => {
	const shop = new Shop();
	const { id } = await shop.book({ ...trip, time: '2026-12-23 18:30' });
	expect(await shop.book({ ...trip, time: '2026-11-23 12:00' })).toMatchObject({ id, outcome: 'found' });
	expect(shop.sandbox.deliverit.orders).toHaveLength(1);
});

test.each([
	['another name', { name: 'Bo Holm' }],
	['another phone', { telephone: '+4587654321' }],
	['another time', { pickupTime: '20:30' }],
	['another reference', { remarks: '[ref:WC-7] x' }],
])('%s without the reference is another booking', async (_, more) => {
	const scripted = new ScriptedDeliverit({
		'/api/v1/order/': orders(listed({ remarks: '', ...more })),
		'/create': bookedResponse(),
	});
	const item = itemOf(await scripted.run(bookDriver, { ...customer, reference: 'WC-1042' }));
	expect(item).toMatchObject({ outcome: 'created' });
});

test.each([
	['2020-11-09 18:30', undefined],
	// The list shows the next 08:15 after the booking, which is the requested one.
	['2020-11-10 02:15', undefined],
	['2020-11-10 08:15', '2020-11-10 08:15'],
	['2020-11-12 18:30', '2020-11-12 18:30'],
])('%s: drivers see the requested time only where the list would show another day', async (time, tag) => {
	const scripted = new ScriptedDeliverit({ '/create': bookedResponse() });
	await scripted.run(bookDriver, { ...customer, reference: 'WC-1', time });
	const remarks = String(scripted.bodyOf('/create').remarks);
	expect(remarks).toBe(tag === undefined ? '[ref:WC-1]' : `[ref:WC-1] [for:${tag}]`);
});

test.each([
	['[REF:WC-1] X', 'WC-1', 'X'],
	['  [ ref: WC-1 ]   ring', 'WC-1', 'ring'],
	['&#91;ref:A&amp;B&#93; ring', 'A&B', 'ring'],
	['[ref:WC-1', null, '[ref:WC-1'],
	['', null, ''],
])('the tag of %j', (remarks, reference, note) => {
	expect(readTag(remarks)).toMatchObject({ reference, note });
});
