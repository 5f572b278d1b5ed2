import { credentialParts } from '../../shared/declare/credentials';
import { SETTLE_MS } from '../../shared/run/retry';
import type { Ports, SendResult } from '../../shared/run/ports';
import { bookingOf, isBooking, isLookUp } from './requests';
import type { WireRequest } from '../../shared/declare/wire';
import type { Defect } from './scenario';

type Transport = Ports['transport'];
type Send = Transport['send'];

const withSend =
	(wrap: (send: Send) => Send): Defect =>
	(ports) => ({ ...ports, transport: { ...ports.transport, send: wrap(ports.transport.send) } });

const json = (status: number, body: unknown): SendResult => ({
	response: { status, headers: {}, text: JSON.stringify(body) },
});

/** The carrier's response for a booking that does not exist. */
const nothingFound = (request: WireRequest): SendResult => {
	const { status, body } = bookingOf(request)?.subject.responses?.nothingFound ?? { status: 200, body: [] };
	return json(status, body);
};

/** A refusal that the carrier never sent. */
const refused = (request: WireRequest): SendResult => {
	const { status, body } = bookingOf(request)?.subject.refusal ?? { status: 400, body: {} };
	return json(status, body);
};

/** Nothing of the carrier's own, which is JSON. */
const isPage = (result: SendResult, ofStatus: (status: number) => boolean): boolean =>
	'response' in result && ofStatus(result.response.status) && !/^\s*[[{]/.test(result.response.text);

/** A success that the carrier never sent. */
const madeUp = (request: WireRequest): SendResult =>
	json(201, bookingOf(request)?.subject.responses?.booked ?? { id: 1, status: 'saved', amount: 1 });

/** Common pipelines, each with one mistake. The lab must notice every one. */
export const brokenPipelines: Readonly<Record<string, Defect>> = {
	'sends again after no response': withSend((send) => async (request, access, timeout) => {
		const first = await send(request, access, timeout);
		return 'noResponse' in first && first.noResponse.delivered === 'maybe'
			? await send(request, access, timeout)
			: first;
	}),
	'takes a broken connection for an unsent request': withSend((send) => async (request, access, timeout) => {
		const result = await send(request, access, timeout);
		return 'noResponse' in result ? { noResponse: { ...result.noResponse, delivered: 'no' } } : result;
	}),
	'takes a server error for a booking not made': withSend((send) => async (request, access, timeout) => {
		const result = await send(request, access, timeout);
		return 'response' in result && result.response.status >= 500 && isBooking(request) ? json(429, {}) : result;
	}),
	'takes an unreadable response for a refusal': withSend((send) => async (request, access, timeout) => {
		const result = await send(request, access, timeout);
		const readable = 'response' in result && result.response.text.trimEnd().endsWith('}');
		return 'response' in result && isBooking(request) && result.response.status < 300 && !readable
			? refused(request)
			: result;
	}),
	"takes a gateway's refusal for the carrier's": withSend((send) => async (request, access, timeout) => {
		const result = await send(request, access, timeout);
		return isBooking(request) && isPage(result, (status) => status >= 400 && status < 500) ? refused(request) : result;
	}),
	'takes any 404 for "none"': withSend((send) => async (request, access, timeout) => {
		const result = await send(request, access, timeout);
		return isLookUp(request) && isPage(result, (status) => status === 404) ? nothingFound(request) : result;
	}),
	'takes any empty answer for an empty list': withSend((send) => async (request, access, timeout) => {
		const result = await send(request, access, timeout);
		return isLookUp(request) && 'response' in result && result.response.text === '' ? nothingFound(request) : result;
	}),
	'never looks anything up': withSend(
		(send) => async (request, access, timeout) =>
			isLookUp(request) ? nothingFound(request) : await send(request, access, timeout),
	),
	'takes a failed look-up for an empty one': withSend((send) => async (request, access, timeout) => {
		const result = await send(request, access, timeout);
		const failed = 'noResponse' in result || result.response.status >= 400;
		return isLookUp(request) && failed ? nothingFound(request) : result;
	}),
	'looks up at once, without letting the carrier settle': (ports) => ({
		...ports,
		sleep: async (ms) => {
			if (ms !== SETTLE_MS) await ports.sleep(ms);
		},
	}),
	'lets equal references run side by side': (ports) => ({
		...ports,
		locks: { hold: async (_key, work) => await work() },
	}),
	'reports success after no response': withSend((send) => async (request, access, timeout) => {
		const result = await send(request, access, timeout);
		return 'noResponse' in result && isBooking(request) ? madeUp(request) : result;
	}),
	// Encoded, because the pipeline would block them in plain form.
	'shows its credentials in an error': withSend((send) => async (request, access, timeout) => {
		const result = await send(request, access, timeout);
		const encoded = Object.values(credentialParts(access.credentials).headers).map((value) =>
			Buffer.from(value).toString('base64'),
		);
		return 'noResponse' in result ? { noResponse: { ...result.noResponse, reason: encoded.join(' ') } } : result;
	}),
	'sends every booking twice': withSend((send) => async (request, access, timeout) => {
		if (isBooking(request)) await send(request, access, timeout);
		return await send(request, access, timeout);
	}),
};
