import { carrierById } from '../../shared/registry';
import { connectionInfo } from '../../shared/declare/connection';
import { perform } from '../../shared/run/perform';
import { accessOf, partsOf } from '../core/samples';
import { noResponse, response, scriptedPorts } from '../core/scripted-ports';
import { fieldCases, inputOf, sentAt } from './field-cases';

/** What a step sends for a case: the body of its booking, and the message of its failure. */
async function send(each: (typeof fieldCases)[number]) {
	const carrier = carrierById(each.carrier);
	const action = carrier.actions.find(({ id }) => id === each.action);
	if (!action) throw new Error(`There is no ${each.action}`);
	const ports = scriptedPorts((request) => {
		const { method, path } = partsOf(request);
		if (path.endsWith('/login')) return response(201, { login: true, company: 14, msg: 'Welcome' });
		if (path.includes('/order/'))
			return response(404, { error: true, message: 'No order is found. Are the dates correct?.' });
		return method === 'GET' ? response(200, []) : noResponse('no');
	}, Date.parse('2030-05-21T09:00:00+02:00'));
	const access = accessOf(carrier);
	const result = await perform({ carrier, action, access, values: inputOf(each) }, ports);
	expect(connectionInfo(access).zone).toMatch(/^Europe\//);
	const booked = ports.sent.map(partsOf).find(({ method, path }) => method === 'POST' && !path.endsWith('/login'));
	return { body: booked?.body, message: result.ok ? '' : result.failure.message };
}

// Entities are a matter of the hosts' forms: see the cases of both.
test.each(fieldCases.filter(({ title }) => !title.startsWith('HTML')))('$carrier, $title', async (each) => {
	const { body, message } = await send(each);
	if (each.refused !== undefined) {
		expect(body).toBeUndefined();
		expect(message).toContain(each.refused);
		return;
	}
	for (const [path, value] of Object.entries(each.sent ?? {}))
		expect([path, sentAt(body, path)]).toEqual([path, value]);
});
