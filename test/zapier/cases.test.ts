import { createZapier } from '../../sandbox/hosts/zapier';
import { carrierById } from '../../shared/registry';
import { flat } from '../../zapier/src/input-values';
import { fieldCases, inputOf, sentAt } from '../delivery/field-cases';
import { appFor, authDataFor } from './run-on-zapier';
import { useSampleClock } from './sample-clock';
import { scriptedCarrier } from './scripted-carrier';

useSampleClock();

const keys: Readonly<Record<string, string>> = {
	cyke: 'cyke_create_delivery',
	deliverit: 'deliverit_create_driver',
	cubyn: 'cubyn_create_parcel',
	hubrise: 'hubrise_create_order',
};

/** One of each kind: what reads the values is the same on both hosts, and each case here starts a host of its own. */
const KINDS =
	/^HTML|^control|^phone "\+0033|^phone "0000|^Danish phone \(|^Danish postal code DK|^time 2030-05-21 14h|HubRise$|^postal code F-75011|second line|^unseen characters in (?:items|dropoff.company|street|address.line1)/;

test.each(fieldCases.filter(({ title }) => KINDS.test(title)))('$carrier, $title', async (each) => {
	const carrier = carrierById(each.carrier);
	const action = carrier.actions.find(({ id }) => id === each.action);
	const server = await scriptedCarrier(({ method, path }) => {
		if (path.endsWith('/login')) return { status: 201, body: { login: true, company: 14, msg: 'Welcome' } };
		if (path.includes('/order/'))
			return { status: 404, body: { error: true, message: 'No order is found. Are the dates correct?.' } };
		return method === 'GET' ? { status: 200, body: [] } : { status: 422, body: { error: true, message: 'seen' } };
	});
	const host = await createZapier(appFor(carrier, 'all'), { authData: authDataFor(carrier, 'all', server.address) });
	const message = await host.create(keys[each.carrier] ?? '', flat(action?.form ?? [], inputOf(each))).then(
		() => '',
		(error: unknown) => (error instanceof Error ? error.message : String(error)),
	);
	await host.close();
	await server.close();
	const booked = server.requests.find(({ method, path }) => method === 'POST' && !path.endsWith('/login'));
	if (each.refused !== undefined) {
		expect(booked).toBeUndefined();
		expect(message).toContain(each.refused);
		return;
	}
	for (const [path, value] of Object.entries(each.sent ?? {}))
		expect([path, sentAt(booked?.body, path)]).toEqual([path, value]);
});
