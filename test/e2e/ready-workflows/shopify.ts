import { shopify } from '../../../scripts/generate/workflows/shopify';
import { tomorrow } from '../../../sandbox/demo/orders/order';
import { until } from '../../../sandbox/hosts/n8n-server';
import { preparedWorkflow } from '../../../sandbox/n8n/prepared-workflow';
import { startMailbox } from '../../../sandbox/shops/mailbox';
import { expect } from '../checks';
import type { E2eEnvironment } from '../environment';
import { openShopify, withoutShopifySteps } from '../shops/shopify';
import { expectNoneFailed, importAndPublish, waitForNextLook, waitForSucceeded } from './import-workflow';

const NAME = 'Shopify orders';
const PATH = 'shopify-order-changed';

/** The steps that read from Shopify are replaced; what is booked and written is the file's own. */
export async function shopifyOrders(environment: E2eEnvironment): Promise<void> {
	const { rest, checks, sandbox, server } = environment;
	const [{ shop, ...admin }, mailbox] = [await openShopify(), await startMailbox()];
	let workflow = { id: '' };
	const place = (id: string, changes: object = {}) =>
		shop.add({
			...shopify.sample,
			admin_graphql_api_id: `gid://shopify/Order/${id}`,
			note_attributes: [
				{ name: 'Delivery Date', value: tomorrow().toFormat('yyyy-MM-dd') },
				{ name: 'Delivery Time', value: '14:00 - 16:00' },
			],
			created_at: new Date().toISOString(),
			...changes,
			id: Number(id),
			name: `#${id}`,
		});
	const callWebhook = async (id: string) => {
		const { status } = await fetch(`${server.url}/webhook/${PATH}`, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify(shop.orders.get(id)),
		});
		expect(status === 200, `n8n answered the shop with ${status}`);
	};
	const bookings = (id: string) =>
		sandbox.cyke.deliveries.filter(
			({ clientOrderReference, status }) => clientOrderReference === `SH-${id}` && !/cancel/.test(status),
		);
	const notes = (id: string) => shop.notes.filter((each) => each.order === id).map(({ note }) => note);
	const noteOf = async (id: string, text: RegExp) =>
		await until(`the note ${text} on order ${id}`, async () => notes(id).some((note) => text.test(note)));
	const expectOneBooking = (id: string) =>
		expect(bookings(id).length === 1, `${bookings(id).length} couriers are booked for order ${id}`);

	const step = async (what: string, work: () => Promise<void>) => await checks.check(`${NAME}: ${what}`, work);
	try {
		await step('imports the file and publishes it', async () => {
			const stored = [
				await rest.storeCredential('Shopify', 'shopifyAccessTokenApi', admin.credential),
				await rest.storeCredential('Mail', 'smtp', mailbox.credential),
			];
			const body = preparedWorkflow('shopify-orders-to-a-courier.json', { shopAddress: admin.url });
			workflow = await importAndPublish(environment, withoutShopifySteps(PATH, admin.url, body), stored);
		});
		await step('an order is booked once, however often the shop tells of it', async () => {
			place('7001');
			for (let calls = 0; calls < 3; calls += 1) await callWebhook('7001');
			await noteOf('7001', /is booked/);
			await waitForSucceeded(environment, workflow, 4, `executions of ${NAME}`);
			expectOneBooking('7001');
		});
		await step('an order whose webhook never came is booked, and a late webhook books nothing more', async () => {
			place('7002');
			await noteOf('7002', /is booked/);
			await callWebhook('7002');
			await waitForNextLook(environment, workflow);
			expectOneBooking('7002');
		});
		await step('a bad order gets its reason and a tag, and the others are booked', async () => {
			place('7003', { shipping_address: { ...Object(shopify.sample.shipping_address), phone: '' }, phone: null });
			place('7004');
			await noteOf('7003', /no courier is booked.*phone/i);
			await noteOf('7004', /is booked/);
			expect(String(shop.orders.get('7003')?.tags).includes('courier trouble'), 'The order has no tag');
			expect(bookings('7003').length === 0, 'A courier is booked without a phone');
		});
		await step('the carrier is down: the order stays as it is, and is booked when the carrier is back', async () => {
			const fault = { kind: 'gateway', status: 502, page: 'html', phase: 'before' } as const;
			const mailsBefore = mailbox.mails.length;
			const repair = sandbox.faults.add({ carrier: 'cyke', fault });
			try {
				place('7005');
				await until('a mail that says so', async () => mailbox.mails.length > mailsBefore);
				expect(notes('7005').length === 0, `The order has a note: ${notes('7005').join()}`);
			} finally {
				repair();
			}
			await noteOf('7005', /is booked/);
			expectOneBooking('7005');
		});
		await step('the shop is down, then refuses with a 200: the note waits until it is taken', async () => {
			place('7006');
			shop.refusals.set('metafieldsSet', { data: { metafieldsSet: { userErrors: [{ message: 'Try again' }] } } });
			admin.setDown(true);
			await callWebhook('7006');
			try {
				await until('the booking', async () => bookings('7006').length > 0);
				await until('a mail that says so', async () =>
					mailbox.mails.some(({ text }) => /503|unavailable/i.test(text ?? '')),
				);
			} finally {
				admin.setDown(false);
			}
			await until('a mail with the refusal', async () => mailbox.mails.some(({ text }) => text?.includes('Try again')));
			await noteOf('7006', /is booked/);
			expectOneBooking('7006');
		});
		await step('an order that is changed after its booking says that the two differ', async () => {
			const address = { ...Object(shopify.sample.shipping_address), address1: '7 rue Bichat' };
			place('7001', { shipping_address: address });
			await callWebhook('7001');
			await noteOf('7001', /differs from the order/);
			expectOneBooking('7001');
		});
		await step('an order that is cancelled loses its courier', async () => {
			place('7002', { cancelled_at: new Date().toISOString() });
			await callWebhook('7002');
			await noteOf('7002', /cancelled/);
			expect(bookings('7002').length === 0, 'The courier still comes');
		});
		await step('on its way, the order is fulfilled with a tracking link; its end is an event', async () => {
			for (const status of ['ready', 'scheduled', 'picked_up'] as const)
				sandbox.cyke.setStatus(bookings('7004')[0]?.id ?? 0, status, {}, { force: true });
			await until('the fulfilment', async () => shop.fulfilments.get('7004')?.length === 1);
			sandbox.cyke.setStatus(bookings('7004')[0]?.id ?? 0, 'delivered', {}, { force: true });
			await until('the event', async () => shop.eventsOf('7004').includes('DELIVERED'));
			expect(shop.fulfilments.get('7004')?.length === 1, 'The order is fulfilled twice');
		});
		await step('no execution failed', async () => await expectNoneFailed(environment, workflow));
		await rest.unpublish(workflow.id);
	} finally {
		admin.close();
		await mailbox.close();
	}
}
