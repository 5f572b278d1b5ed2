import { order } from '../../../sandbox/demo/orders/order';
import { until } from '../../../sandbox/hosts/n8n-server';
import { preparedWorkflow } from '../../../sandbox/n8n/prepared-workflow';
import { startMailbox } from '../../../sandbox/shops/mailbox';
import { startWooCommerce } from '../../../sandbox/shops/woocommerce';
import { expect } from '../checks';
import type { E2eEnvironment } from '../environment';
import { expectNoneFailed, importAndPublish, waitForNextLook, waitForSucceeded } from './import-workflow';

const NAME = 'WooCommerce orders';

/** Nothing of the file is replaced: n8n's own shop steps talk to a small shop, ours to the sandbox. */
export async function wooCommerceOrders(environment: E2eEnvironment): Promise<void> {
	const { rest, checks, sandbox } = environment;
	const [shop, mailbox] = [await startWooCommerce(), await startMailbox()];
	let workflow = { id: '' };
	const bookings = (id: string) =>
		sandbox.cyke.deliveries.filter(
			({ clientOrderReference, status }) => clientOrderReference === `WC-${id}` && !/cancel/.test(status),
		);
	const notes = (id: string) => shop.notes.filter((each) => each.order === id).map(({ note }) => note);
	const place = (id: string, changes: object = {}) => shop.put({ ...order(id), ...changes });
	const noteOf = async (id: string, text: RegExp) =>
		await until(`the note ${text} on order ${id}`, async () => notes(id).some((note) => text.test(note)));
	const mailAbout = async (text: RegExp) =>
		await until(`a mail about ${text}`, async () => mailbox.mails.some((mail) => text.test(mail.text ?? '')));
	const expectOneBooking = (id: string) =>
		expect(bookings(id).length === 1, `${bookings(id).length} couriers are booked for order ${id}`);
	const expectOneNote = (id: string, text: RegExp) => {
		const found = notes(id).filter((note) => text.test(note));
		expect(found.length === 1, `Order ${id} has ${found.length} notes ${text}: ${notes(id).join(' | ')}`);
	};

	const step = async (what: string, work: () => Promise<void>) => await checks.check(`${NAME}: ${what}`, work);
	try {
		await step('imports the file and publishes it', async () => {
			const stored = [
				await rest.storeCredential('Shop', 'wooCommerceApi', shop.credential),
				await rest.storeCredential('Mail', 'smtp', mailbox.credential),
			];
			const body = preparedWorkflow('woocommerce-orders-to-a-courier.json', { shopAddress: shop.url });
			workflow = await importAndPublish(environment, body, stored);
		});
		await step('an order is booked once, however often the shop tells of it', async () => {
			place('4711');
			for (let calls = 1; calls <= 3; calls += 1) {
				expect((await shop.callWebhook('4711')) === 200, 'n8n did not take the call of the shop');
				await noteOf('4711', /is booked/);
				await waitForSucceeded(environment, workflow, calls, `executions of ${NAME}`);
			}
			expectOneBooking('4711');
			expectOneNote('4711', /is booked/);
		});
		await step('an order of which the shop tells three times at once is booked once', async () => {
			place('4710');
			await Promise.all([1, 2, 3].map(async () => await shop.callWebhook('4710')));
			await noteOf('4710', /is booked/);
			await waitForNextLook(environment, workflow);
			expectOneBooking('4710');
		});
		await step('an order whose webhook never came is booked, and a late webhook books nothing more', async () => {
			place('4712');
			await noteOf('4712', /is booked/);
			await shop.callWebhook('4712');
			await waitForNextLook(environment, workflow);
			expectOneBooking('4712');
			expectOneNote('4712', /is booked/);
		});
		await step('a bad order is put on hold with its reason, and the others are booked', async () => {
			place('4713', { billing: { ...order('4713').billing, phone: '' } });
			place('4714');
			await noteOf('4713', /no courier is booked.*phone/i);
			await noteOf('4714', /is booked/);
			await until('the order on hold', async () => shop.statusOf('4713') === 'on-hold');
			expect(bookings('4713').length === 0, 'A courier is booked without a phone');
			expectOneBooking('4714');
		});
		await step('the carrier is down: the order stays as it is, and is booked when the carrier is back', async () => {
			const repair = sandbox.faults.add({
				carrier: 'cyke',
				fault: { kind: 'gateway', status: 502, page: 'html', phase: 'before' },
			});
			try {
				place('4715');
				await shop.callWebhook('4715');
				await mailAbout(/Cyke/);
				expect(notes('4715').length === 0, `The order has a note: ${notes('4715').join()}`);
				expect(shop.statusOf('4715') === 'processing', `The order is ${shop.statusOf('4715')}`);
			} finally {
				repair();
			}
			await noteOf('4715', /is booked/);
			expectOneBooking('4715');
		});
		await step('the shop is down: the note waits, and is written once when the shop is back', async () => {
			place('4716');
			const called = shop.callWebhook('4716');
			shop.setDown(true);
			await called;
			try {
				await until('the booking', async () => bookings('4716').length > 0);
				await mailAbout(/503|unavailable/i);
			} finally {
				shop.setDown(false);
			}
			await noteOf('4716', /is booked/);
			await waitForNextLook(environment, workflow);
			expectOneBooking('4716');
			expectOneNote('4716', /is booked/);
		});
		await step('an order that is changed after its booking says that the two differ', async () => {
			shop.change('4711', { shipping: { ...order('4711').shipping, address_1: '7 rue Bichat' } });
			await shop.callWebhook('4711');
			await noteOf('4711', /differs from the order/);
			expectOneBooking('4711');
		});
		await step('an order that is cancelled loses its courier, and keeps its status', async () => {
			shop.change('4712', { status: 'cancelled' });
			await shop.callWebhook('4712');
			await noteOf('4712', /cancelled/);
			expect(bookings('4712').length === 0, 'The courier still comes');
			expect(shop.statusOf('4712') === 'cancelled', `The order is ${shop.statusOf('4712')}`);
		});
		await step('the end of the delivery completes the order', async () => {
			for (const status of ['ready', 'scheduled', 'picked_up', 'delivered'] as const)
				sandbox.cyke.setStatus(bookings('4714')[0]?.id ?? 0, status, {}, { force: true });
			await noteOf('4714', /is now delivered/);
			await until('the completed order', async () => shop.statusOf('4714') === 'completed');
		});
		await step('no execution failed', async () => await expectNoneFailed(environment, workflow));
		await rest.unpublish(workflow.id);
	} finally {
		shop.close();
		await mailbox.close();
	}
}
