import { everyTenSecondsOfSchedule, until, type WorkflowBody } from '../../../sandbox/hosts/n8n-server';
import { readyWorkflow } from '../../../sandbox/n8n/ready-workflows';
import { startMailbox } from '../../../sandbox/shops/mailbox';
import { startPrestaShop } from '../../../sandbox/shops/prestashop';
import { expect, expectText } from '../checks';
import type { E2eEnvironment } from '../environment';
import { importAndPublish, waitForSucceeded } from './import-workflow';

const EXAMPLE = 'https://shop.example.com';

/** As the file's own note asks: the shop's address is typed in. The schedule runs more often than anybody wants. */
function prepareTemplate(address: string, body: WorkflowBody): WorkflowBody {
	const text = JSON.stringify(body.nodes).replaceAll(EXAMPLE, address);
	const nodes: WorkflowBody['nodes'] = JSON.parse(text);
	return {
		...body,
		nodes: nodes.map((node) =>
			node.type === 'n8n-nodes-base.scheduleTrigger'
				? { ...node, parameters: { rule: everyTenSecondsOfSchedule } }
				: node,
		),
	};
}

export async function prestaShopToCubyn(environment: E2eEnvironment): Promise<void> {
	const { rest, checks, sandbox } = environment;
	const [shop, mailbox] = [await startPrestaShop(), await startMailbox()];
	let workflow = { id: '' };
	const parcels = () => sandbox.cubyn.parcels.filter(({ input }) => input.orderRef === 'PS-301');
	const states = (order: string) => shop.stateChanges.filter((each) => each.order === order).map(({ state }) => state);
	try {
		await checks.check('PrestaShop to Cubyn: imports the file and publishes it', async () => {
			const stored = [
				await rest.storeCredential('PrestaShop', 'httpBasicAuth', shop.credential),
				await rest.storeCredential('Mail', 'smtp', mailbox.credential),
			];
			workflow = await importAndPublish(
				environment,
				prepareTemplate(shop.url, readyWorkflow('prestashop-order-to-cubyn.json')),
				stored,
			);
		});
		await checks.check('PrestaShop to Cubyn: a paid order becomes one parcel and is marked', async () => {
			shop.addPaidOrder({ id: '301', sku: 'product_1' });
			await until('the mark at the shop', async () => await Promise.resolve(states('301').length > 0));
			expect(states('301').join() === '3', `The order's states are ${states('301').join()}`);
			expect(parcels().length === 1, `${parcels().length} parcels are ordered`);
			await waitForSucceeded(environment, workflow, 1, 'executions of PrestaShop to Cubyn');
		});
		await checks.check('PrestaShop to Cubyn: what cannot be sent is set aside, and a mail says why', async () => {
			shop.addPaidOrder({ id: '302', sku: 'product_1', address1: '' });
			const mail = await until('the mail', async () => await Promise.resolve(mailbox.mails[0]));
			expectText(`${mail.subject} ${mail.text}`, /REF302.*Street/s, 'The mail');
			expect(states('302').join() === '9', `The order's states are ${states('302').join()}`);
		});
		await checks.check(
			'PrestaShop to Cubyn: the shop hears that the parcel is on its way, and that it arrived',
			async () => {
				const id = parcels()[0]?.id ?? 0;
				for (const status of ['PICKED', 'SHIPPED', 'CARRIER_DELIVERED'] as const) {
					sandbox.cubyn.setStatus(id, status, { force: true });
					if (status === 'SHIPPED')
						await until('the state Shipped', async () => await Promise.resolve(states('301').includes('4')));
				}
				await until('the state Delivered', async () => await Promise.resolve(states('301').includes('5')));
				expect(states('301').join() === '3,4,5', `The order's states are ${states('301').join()}`);
			},
		);
		await rest.unpublish(workflow.id);
	} finally {
		shop.close();
		await mailbox.close();
	}
}
