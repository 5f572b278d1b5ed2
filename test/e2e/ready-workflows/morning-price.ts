import { preparedWorkflow } from '../../../sandbox/n8n/prepared-workflow';
import { startMailbox } from '../../../sandbox/shops/mailbox';
import { orderInOdense } from '../../../sandbox/shops/order-in-odense';
import { startWooCommerce } from '../../../sandbox/shops/woocommerce';
import { expect, expectText } from '../checks';
import type { E2eEnvironment } from '../environment';
import { importAndPublish, waitForSucceeded } from './import-workflow';
import { askedMorning } from './morning-question';
import { beginDay, nextSlots } from './morning-slot';

/** An order in Odense for the next slot. */
function soonInOdense(number: string) {
	const [{ day, from, to }] = nextSlots();
	const whole = orderInOdense(number);
	const slot = [
		{ key: 'jckwds_date_ymd', value: day.replaceAll('-', '') },
		{ key: 'jckwds_timeslot', value: `${from} - ${to}` },
	];
	return { ...whole, meta_data: [...whole.meta_data.filter(({ key }) => !key.startsWith('jckwds')), ...slot] };
}

/** A carrier that gives its price before it books: the mail has it. */
export async function pricedMorning(environment: E2eEnvironment): Promise<void> {
	const { rest, checks, sandbox } = environment;
	const { settings } = sandbox.deliverit;
	const savedSettings = { ...settings };
	Object.assign(settings, { openingHours: { from: '00:00', to: '24:00' }, push: { kind: 'never' } });
	const [shop, mailbox] = [await startWooCommerce(), await startMailbox()];
	const drivers = () => sandbox.deliverit.orders.filter(({ remarks }) => remarks.includes('[ref:WC-6291]'));
	try {
		await checks.check(
			'WooCommerce in the morning, at DeliverIt: the mail has the price, and a yes books',
			async () => {
				const stored = [
					await rest.storeCredential('Shop', 'wooCommerceApi', shop.credential),
					await rest.storeCredential('Mail', 'smtp', mailbox.credential),
				];
				const body = preparedWorkflow('woocommerce-morning-run.json', { shopAddress: shop.url, carrier: 'deliverit' });
				const workflow = await importAndPublish(environment, { ...body, name: `${body.name}, at DeliverIt` }, stored);
				await waitForSucceeded(environment, workflow, 1, 'executions of a morning at DeliverIt');
				await rest.unpublish(workflow.id);
				await beginDay(rest, workflow.id);
				shop.put(soonInOdense('6291'));
				const { text, press } = await askedMorning(environment, workflow, mailbox);
				expectText(text, /6291: Order 6291 can be booked\. .* \d+(\.\d+)? DKK/, 'The mail');
				expect(drivers().length === 0, 'A driver is booked before the yes');
				await press('Book them');
				expect(drivers().length === 1, `${drivers().length} drivers are booked`);
			},
		);
	} finally {
		shop.close();
		await mailbox.close();
		Object.assign(settings, savedSettings);
	}
}
