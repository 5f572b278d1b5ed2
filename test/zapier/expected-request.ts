import type { Action } from '../../shared/declare/action';
import type { Sample } from '../../shared/declare/sample';
import type { Carrier } from '../../shared/declare/carrier';
import { perform } from '../../shared/run/perform';
import { referenceOf } from '../../shared/run/booking-settings';
import { emptyList } from '../core/empty-list';
import { response, scriptedPorts } from '../core/scripted-ports';
import { accessOf, respondFromSample, partsOf, type SentRequest } from '../core/samples';
import type { ReceivedRequest } from './scripted-carrier';

const RUN_REFERENCE = /zap-[0-9a-f]{16}/;

/**
 * The sample's own request. If the sample gives no reference, the host supplies one from the run,
 * and the request is the one that the core builds from that reference.
 */
export async function expectedRequest(
	carrier: Carrier,
	action: Action,
	sample: Sample,
	requests: readonly ReceivedRequest[],
): Promise<SentRequest | undefined> {
	if (!sample.request) return undefined;
	const { method, path, query = {}, body } = sample.request;
	const field = referenceOf(action);
	if (field === undefined || sample.input[field] !== undefined) return { method, path, query, body };
	const runReference = RUN_REFERENCE.exec(
		requests.map((each) => `${each.path} ${JSON.stringify(each.query)} ${JSON.stringify(each.body)}`).join('\n'),
	)?.[0];
	// A carrier may be given the reference in some of its requests only.
	if (runReference === undefined) return { method, path, query, body };
	const nothingFound = emptyList(action) ?? { status: 404, body: { error: true, message: 'Nothing' } };
	const ports = scriptedPorts((request, nth) => {
		const reply = respondFromSample(sample)(request, nth);
		return 'noResponse' in reply && partsOf(request).method === 'GET'
			? response(nothingFound.status, nothingFound.body)
			: reply;
	});
	await perform(
		{ carrier, action, access: accessOf(carrier, sample.connection), values: sample.input, booking: { runReference } },
		ports,
	);
	const sent = ports.sent.map(partsOf).find((each) => each.method === method && each.path === path);
	if (!sent) throw new Error('The core sent no such request');
	return sent;
}
