import { until } from '../../../sandbox/hosts/n8n-server';
import { preparedWorkflow } from '../../../sandbox/n8n/prepared-workflow';
import { startMailbox } from '../../../sandbox/shops/mailbox';
import { expect } from '../checks';
import type { E2eEnvironment } from '../environment';
import { openPrestaShop } from '../shops/prestashop';
import { expectNoneFailed, importAndPublish, waitForNextLook, waitForSucceeded } from './import-workflow';

const NAME = 'PrestaShop orders';

export async function prestaShopOrders(environment: E2eEnvironment): Promise<void> {
	const { rest, checks, sandbox } = environment;
	const [{ shop, ...server }, mailbox] = [await openPrestaShop(), await startMailbox()];
	let workflow = { id: '' };
	const bookings = (id: string) =>
		sandbox.cyke.deliveries.filter(
			({ clientOrderReference, status }) => clientOrderReference === `PS-${id}` && !/cancel/.test(status),
		);
	const stateOf = (id: string) => String(shop.order(id).current_state);
	const noteOf = async (id: string, text: RegExp) =>
		await until(`the note ${text} on order ${id}`, async () => shop.notesOf(id).some((note) => text.test(note)));
	const expectOneBooking = (id: string) =>
		expect(bookings(id).length === 1, `${bookings(id).length} couriers are booked for order ${id}`);
	const expectOneNote = (id: string, text: RegExp) => {
		const found = shop.notesOf(id).filter((note) => text.test(note));
		expect(found.length === 1, `Order ${id} has ${found.length} notes ${text}: ${shop.notesOf(id).join(' | ')}`);
	};

	const step = async (what: string, work: () => Promise<void>) => await checks.check(`${NAME}: ${what}`, work);
	try {
		await step('imports the file and publishes it', async () => {
			const stored = [
				await rest.storeCredential('PrestaShop', 'httpBasicAuth', server.credential),
				await rest.storeCredential('Mail', 'smtp', mailbox.credential),
			];
			const body = preparedWorkflow('prestashop-orders-to-a-courier.json', { shopAddress: server.url });
			workflow = await importAndPublish(environment, body, stored);
		});
		await step('an order that every look finds is booked once, and is told so once', async () => {
			shop.place('301');
			await noteOf('301', /is booked/);
			await waitForNextLook(environment, workflow);
			await waitForSucceeded(environment, workflow, 2, `executions of ${NAME}`);
			expectOneBooking('301');
			expectOneNote('301', /is booked/);
		});
		await step('a bad order is put aside with its reason, and the others are booked', async () => {
			shop.place('302');
			Object.assign(shop.rows('addresses').find(({ id }) => id === '1302') ?? {}, { phone: '', phone_mobile: '' });
			shop.place('303');
			await noteOf('303', /is booked/);
			await until('the order that is put aside', async () => stateOf('302') === '9');
			expectOneNote('302', /no courier is booked.*phone/i);
			expectOneBooking('303');
		});
		await step('the carrier is down: the order stays as it is, and is booked when the carrier is back', async () => {
			const fault = { kind: 'gateway', status: 502, page: 'html', phase: 'before' } as const;
			const mailsBefore = mailbox.mails.length;
			const repair = sandbox.faults.add({ carrier: 'cyke', fault });
			try {
				shop.place('304');
				await until('a mail that says so', async () => mailbox.mails.length > mailsBefore);
				expect(stateOf('304') === '2', `The order is in state ${stateOf('304')}`);
				expect(shop.notesOf('304').length === 0, `The order has a note: ${shop.notesOf('304').join()}`);
			} finally {
				repair();
			}
			await noteOf('304', /is booked/);
			expectOneBooking('304');
		});
		await step('the shop is down after the booking: the order is told when the shop is back', async () => {
			shop.place('305');
			await until('the booking', async () => bookings('305').length > 0);
			server.setDown(true);
			const mailsBefore = mailbox.mails.length;
			try {
				await until('a mail that says so', async () => mailbox.mails.length > mailsBefore);
			} finally {
				server.setDown(false);
			}
			await noteOf('305', /is booked/);
			await waitForNextLook(environment, workflow);
			expectOneBooking('305');
			expectOneNote('305', /is booked/);
		});
		await step('an order that is changed after its booking says that the two differ', async () => {
			Object.assign(shop.rows('addresses').find(({ id }) => id === '1301') ?? {}, { address1: '7 rue Bichat' });
			shop.change('301', {});
			await noteOf('301', /differs from the order/);
			expectOneBooking('301');
		});
		await step('an order that is cancelled loses its courier, and keeps its state', async () => {
			shop.change('304', { current_state: '6' });
			await noteOf('304', /cancelled/);
			expect(bookings('304').length === 0, 'The courier still comes');
			expect(stateOf('304') === '6', `The order is in state ${stateOf('304')}`);
		});
		await step('the end of the delivery is the state Delivered', async () => {
			for (const status of ['ready', 'scheduled', 'picked_up', 'delivered'] as const)
				sandbox.cyke.setStatus(bookings('303')[0]?.id ?? 0, status, {}, { force: true });
			await until('the state Delivered', async () => stateOf('303') === '5');
			await noteOf('303', /is now delivered/);
		});
		await step('no execution failed', async () => await expectNoneFailed(environment, workflow));
		await rest.unpublish(workflow.id);
	} finally {
		server.close();
		await mailbox.close();
	}
}
