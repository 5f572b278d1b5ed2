import { createZapier } from '../../sandbox/hosts/zapier';
import { carrierById } from '../../shared/registry';
import { answerTo, hostCases, ownCalls } from '../carriers/deliverit/answers-on-hosts';
import { appFor, authDataFor, runStep } from './run-on-zapier';
import { useSampleClock } from './sample-clock';
import { scriptedCarrier } from './scripted-carrier';
import { errorOf } from './with-cyke';

useSampleClock();

const carrier = carrierById('deliverit');

/** Of what is lost one case is enough: retries take their real time here. */
const cases = hostCases.filter(({ calls, action }) => calls < 4 || action === 'driver.cancel');

test.each(cases)('$title', async (each) => {
	const action = carrier.actions.find(({ id }) => id === each.action);
	if (!action) throw new Error(`There is no ${each.action}`);
	const server = await scriptedCarrier(({ path }) => answerTo(each, path));
	const host = await createZapier(appFor(carrier, 'all'), { authData: authDataFor(carrier, 'all', server.address) });
	const work = runStep(host, carrier, action, 'all', each.input);
	if (each.item) {
		expect((await work)[0]).toMatchObject(each.item);
	} else {
		const { name, message } = await errorOf(work);
		expect(message).toMatch(each.error ?? /^$/);
		expect(name === 'ExpiredAuthError').toBe(each.provesLogin === true);
	}
	await host.close();
	await server.close();
	expect(ownCalls(server.requests, each)).toBe(each.calls);
});
