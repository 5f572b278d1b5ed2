import { SETTLE_MS } from '../../shared/run/retry';
import type { Ports, Sent } from '../../shared/run/ports';
import { isBooking, isLookUp } from './requests';
import type { Breaking } from './scenario';

type Wire = Ports['transport'];
type Send = Wire['send'];

const sending = (around: (send: Send) => Send): Breaking => (ports) => ({ ...ports, transport: { ...ports.transport, send: around(ports.transport.send) } });

const json = (status: number, body: unknown): Sent => ({ answer: { status, headers: {}, text: JSON.stringify(body) } });

/** Roads as they are built elsewhere, each with one mistake. The lab must notice every one. */
export const brokenRoads: Readonly<Record<string, Breaking>> = {
	'sends again when no answer came': sending((send) => async (request, access, timeout) => {
		const first = await send(request, access, timeout);
		return 'lost' in first && first.lost.sent === 'maybe' ? await send(request, access, timeout) : first;
	}),
	'takes a lost connection for an unsent request': sending((send) => async (request, access, timeout) => {
		const sent = await send(request, access, timeout);
		return 'lost' in sent ? { lost: { ...sent.lost, sent: 'no' } } : sent;
	}),
	'takes a server error for a booking not made': sending((send) => async (request, access, timeout) => {
		const sent = await send(request, access, timeout);
		return 'answer' in sent && sent.answer.status >= 500 && isBooking(request) ? json(429, {}) : sent;
	}),
	'takes an unreadable answer for a refusal': sending((send) => async (request, access, timeout) => {
		const sent = await send(request, access, timeout);
		const readable = 'answer' in sent && sent.answer.text.trimEnd().endsWith('}');
		return 'answer' in sent && isBooking(request) && sent.answer.status < 300 && !readable ? json(400, {}) : sent;
	}),
	'never looks anything up': sending((send) => async (request, access, timeout) =>
		isLookUp(request) ? (request.url.includes('/order/') ? json(404, { error: true, message: 'No order is found. Are the dates correct?.' }) : json(200, [])) : await send(request, access, timeout),
	),
	'takes a failed look-up for an empty one': sending((send) => async (request, access, timeout) => {
		const sent = await send(request, access, timeout);
		const failed = 'lost' in sent || sent.answer.status >= 400;
		return isLookUp(request) && failed ? (request.url.includes('/order/') ? json(404, { error: true, message: 'No order is found. Are the dates correct?.' }) : json(200, [])) : sent;
	}),
	'looks up at once, without letting the carrier settle': (ports) => ({
		...ports,
		sleep: async (ms) => {
			if (ms !== SETTLE_MS) await ports.sleep(ms);
		},
	}),
	'lets equal references run side by side': (ports) => ({ ...ports, locks: { hold: async (_key, work) => await work() } }),
	'makes up a success when no answer came': sending((send) => async (request, access, timeout) => {
		const sent = await send(request, access, timeout);
		const made = request.url.includes('orderdriver') ? { order_driver: true, push: false, DeliverItOpen: true, time: '18:30', cancelUrl: 'http://butik.deliverit.dk/api/v1/orderdriver/cancel/14/aaaaaaaaaaaaaaaaaaaa' } : { id: 1, status: 'saved', amount: 1 };
		return 'lost' in sent && isBooking(request) ? json(201, made) : sent;
	}),
	// Encoded: as they are, the road would not let them out.
	'shows its credentials in an error': sending((send) => async (request, access, timeout) => {
		const sent = await send(request, access, timeout);
		const encoded = Object.values(access.headers).map((value) => Buffer.from(value).toString('base64'));
		return 'lost' in sent ? { lost: { ...sent.lost, why: encoded.join(' ') } } : sent;
	}),
	'sends every booking twice': sending((send) => async (request, access, timeout) => {
		if (isBooking(request)) await send(request, access, timeout);
		return await send(request, access, timeout);
	}),
};
