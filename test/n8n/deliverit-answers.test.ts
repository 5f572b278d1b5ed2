import { fillForm } from '../../sandbox/hosts/n8n';
import { carrierById } from '../../shared/registry';
import { answerTo, hostCases, ownCalls } from '../carriers/deliverit/answers-on-hosts';
import { useInstantClock } from './instant-clock';
import { n8nWithCarrier, nodeType } from './run-on-n8n';

useInstantClock();

const carrier = carrierById('deliverit');

test.each(hostCases)('$title', async (each) => {
	const action = carrier.actions.find(({ id }) => id === each.action);
	if (!action) throw new Error(`There is no ${each.action}`);
	const { n8n, server } = await n8nWithCarrier(carrier, ({ path }) => answerTo(each, path));
	const run = await n8n.run([{}], { type: nodeType(carrier), parameters: fillForm(action, each.input) });
	await server.close();
	expect(ownCalls(server.requests, each)).toBe(each.calls);
	if (each.item) expect(run.items[0]?.json).toMatchObject(each.item);
	else expect(`${run.error?.message} ${run.error?.description ?? ''}`).toMatch(each.error ?? /^$/);
});
