import { carrierById } from '../../shared/registry';
import { fillForm } from '../../sandbox/hosts/n8n';
import { fieldCases, inputOf, sentAt } from '../delivery/field-cases';
import { useInstantClock } from './instant-clock';
import { n8nWithCarrier, nodeType } from './run-on-n8n';

useInstantClock();

test.each(fieldCases)('$carrier, $title', async (each) => {
	const carrier = carrierById(each.carrier);
	const action = carrier.actions.find(({ id }) => id === each.action);
	if (!action) throw new Error(`There is no ${each.action}`);
	const { n8n, server } = await n8nWithCarrier(carrier, ({ method, path }) => {
		if (path.endsWith('/login')) return { status: 201, body: { login: true, company: 14, msg: 'Welcome' } };
		if (path.includes('/order/'))
			return { status: 404, body: { error: true, message: 'No order is found. Are the dates correct?.' } };
		return method === 'GET' ? { status: 200, body: [] } : { status: 422, body: { error: true, message: 'seen' } };
	});
	const run = await n8n.run([{}], { type: nodeType(carrier), parameters: fillForm(action, inputOf(each)) });
	await server.close();
	const booked = server.requests.find(({ method, path }) => method === 'POST' && !path.endsWith('/login'));
	if (each.refused !== undefined) {
		expect(booked).toBeUndefined();
		expect(run.error?.message).toContain(each.refused);
		return;
	}
	for (const [path, value] of Object.entries(each.sent ?? {}))
		expect([path, sentAt(booked?.body, path)]).toEqual([path, value]);
});
