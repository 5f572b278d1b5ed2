import type { IDataObject } from 'n8n-workflow';

import { PACKAGE } from '../../sandbox/hosts/n8n';
import type { ShopWorkflow } from './shop-workflow';

/** No driver is free at any requested time, at whatever hour these tests run. */
export function proposeAlways({ settings }: ShopWorkflow['sandbox']['deliverit'], minutes = 25): void {
	settings.openingHours = { from: '00:00', to: '24:00' };
	settings.push = { kind: 'always', minutes };
}

/** Books a driver for an order, who is proposed at another time. Returns what the link of the mail holds. */
export async function propose(flow: ShopWorkflow, prefix: string, order: string): Promise<IDataObject> {
	const reference = `${prefix}-${order}`;
	const time = new Date(Date.now() + 3 * 3_600_000).toISOString();
	const customer = {
		firstname: 'Freja',
		lastname: 'Holm',
		telephone: '+4512345678',
		street: 'Vestergade 10',
		zip: '5000',
		latitude: 55.39,
		longitude: 10.39,
	};
	const booked = await flow.step(
		{},
		{
			type: `${PACKAGE}.deliverIt`,
			parameters: { resource: 'driver', operation: 'create', reference, time, ...customer },
		},
	);
	expect(booked.status).toBe('awaiting_acceptance');
	return { reference, orderKey: order, id: booked.id, time: booked.proposedTime };
}

export const statesOf = ({ sandbox }: ShopWorkflow) => sandbox.deliverit.orders.map(({ state }) => state);
