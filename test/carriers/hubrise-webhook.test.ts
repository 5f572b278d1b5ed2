import { emptyGate, pass, type GateState } from '../../shared/events/gate';
import { receive } from '../../shared/events/receive';
import { signatureOf } from '../../shared/events/secret';
import { answer, scriptedPorts } from '../core/ports';
import { access, carrier, hook, SECRET } from './hubrise-callbacks/words';

const trigger = hook();
const gone = answer(404, { error_type: 'not_found' });

interface Told {
	id: string;
	at: string;
	status?: string;
	before?: string;
}

const event = ({ id, at, status, before }: Told) => ({
	id,
	resource_type: 'order',
	event_type: 'update',
	created_at: `2026-11-23T${at}+01:00`,
	order_id: '5dpm9',
	location_id: '3r4s3-1',
	...(status === undefined ? {} : { new_state: { status, items: [] } }),
	...(before === undefined ? {} : { previous_state: { status: before } }),
});

/** One trigger, called again and again; HubRise has the order as `now`, and no event any more. */
function hearing(now = 'accepted') {
	let gate: GateState = emptyGate();
	const ports = scriptedPorts(({ url }) => (url.includes('/callback/') ? gone : answer(200, { id: '5dpm9', status: now, items: [] })));
	const isFresh: Parameters<typeof receive>[0]['isFresh'] = (each) => {
		const after = pass(each, gate, ports.now());
		gate = after ?? gate;
		return after !== undefined;
	};
	return async (told: Told, secret: string | undefined = SECRET) => {
		const body = JSON.stringify(event(told));
		const headers = { 'x-hubrise-hmac-sha256': signatureOf(body, secret) };
		return await receive({ carrier, trigger, access, wanted: [], isFresh }, { headers, body, query: {} }, ports);
	};
}

test('a status that comes back after a step that nobody was told of is told again', async () => {
	const hear = hearing();
	const first: Told = { id: 'e1', at: '12:00:00', status: 'accepted', before: 'new' };
	expect(await hear(first)).toMatchObject({ status: 200, item: { orderStatus: 'accepted' } });
	// The app itself moved the order on, which HubRise does not tell it; then the till moved it back.
	const again: Told = { id: 'e2', at: '12:05:00', status: 'accepted', before: 'in_delivery' };
	expect(await hear(again)).toMatchObject({ status: 200, item: { orderStatus: 'accepted', previousOrderStatus: 'in_delivery', eventId: 'e2' } });
	for (const each of [again, first]) expect(await hear(each)).toEqual({ status: 200 });
});

test('what does not say what it was before is told once while it lasts', async () => {
	const hear = hearing();
	expect(await hear({ id: 'e1', at: '12:00:00', status: 'accepted', before: 'new' })).toMatchObject({ item: { orderStatus: 'accepted' } });
	expect(await hear({ id: 'e2', at: '12:05:00' })).toEqual({ status: 200 });
	expect(await hear({ id: 'e3', at: '12:06:00', status: 'accepted' })).toEqual({ status: 200 });
	expect(await hear({ id: 'e4', at: '12:07:00', status: 'completed' })).toMatchObject({ item: { orderStatus: 'completed' } });
});

test('without a Client Secret nothing can be checked, so HubRise is asked to come again', async () => {
	const { webhookSecret, ...bare } = access;
	const call = { headers: { 'x-hubrise-hmac-sha256': signatureOf('{}', webhookSecret ?? '') }, body: '{}', query: {} };
	const heard = await receive({ carrier, trigger, access: bare, wanted: [], isFresh: () => true }, call, scriptedPorts(() => gone));
	expect(heard).toMatchObject({ status: 503, failure: { message: expect.stringContaining('no Client Secret'), advice: expect.stringContaining('Client Secret') } });
});

test('a call signed with another secret is refused, and its advice leads to the secret', async () => {
	const heard = await hearing()({ id: 'e1', at: '12:00:00', status: 'accepted', before: 'new' }, 'guess');
	expect(heard).toMatchObject({ status: 401, failure: { code: 'not_authorised', advice: expect.stringContaining('Client Secret') } });
});
