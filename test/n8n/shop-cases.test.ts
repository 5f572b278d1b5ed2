import type { IDataObject } from 'n8n-workflow';

import { createSandbox, type Sandbox } from '../../sandbox/carriers';
import { fillForm, type N8n } from '../../sandbox/hosts/n8n';
import { isJsonObject, type JsonObject } from '../../shared/json';
import { carrierById } from '../../shared/registry';
import { shopCases } from '../shops/cases/all';
import { isKeptByCarrier } from '../shops/cases/case';
import { runCase, type CaseHost } from '../shops/cases/run-case';
import { bookingsOf, placeOnce } from '../shops/cases/sandbox-orders';
import { NOW } from '../shops/order-steps/at-carrier';
import { n8nAtCarriers } from './at-carriers';
import { useInstantClock } from './instant-clock';
import { nodeType } from './run-on-n8n';

useInstantClock();

let sandbox: Sandbox;
let n8n: N8n;

beforeEach(async () => {
	jest.setSystemTime(Date.parse(NOW));
	sandbox = createSandbox({ startAt: Date.now() });
	n8n = await n8nAtCarriers(sandbox);
});
afterEach(async () => await sandbox.close());

const asItem = (json: unknown): IDataObject => JSON.parse(JSON.stringify(json));

const actionOf = (id: string, action: string) => {
	const found = carrierById(id).actions.find((each) => each.id === action);
	if (!found) throw new Error(`${id} has no ${action}`);
	return found;
};

/** HubRise's own node reads its order, as its trigger hands it over. */
async function itemOf(shop: string, order: JsonObject): Promise<IDataObject> {
	if (!isKeptByCarrier(shop)) return asItem(order);
	const parameters = fillForm(actionOf('hubrise', 'order.get'), { order_id: placeOnce(sandbox, order) });
	const run = await n8n.run([{}], { type: nodeType(carrierById('hubrise')), parameters });
	if (run.error || !run.items[0]) throw run.error ?? new Error('HubRise gave no order');
	return run.items[0].json;
}

const host: CaseHost = {
	run: async (verb, { carrier, shop }, order, input) => {
		const parameters = fillForm(actionOf(carrier, `shopOrder.${verb}`), input);
		const run = await n8n.run([await itemOf(shop, order)], {
			type: nodeType(carrierById(carrier)),
			parameters,
		});
		if (run.error) return { message: `${run.error.message} ${String(run.error.description ?? '')}` };
		const json: unknown = run.items[0]?.json;
		return { item: isJsonObject(json) ? json : {} };
	},
	count: (carrier) => bookingsOf(sandbox, carrier),
};

test.each(shopCases)('$title', async (each) => await runCase(each, host));
