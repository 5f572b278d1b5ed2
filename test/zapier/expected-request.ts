import type { Action } from '../../shared/declare/action';
import type { Sample } from '../../shared/declare/sample';
import type { Carrier } from '../../shared/declare/carrier';
import { perform } from '../../shared/run/perform';
import { referenceOf } from '../../shared/run/booking-settings';
import { scriptedPorts } from '../core/ports';
import { accessOf, answersOf, partsOf, type Sent } from '../core/samples';
import type { Arrived } from './scripted-carrier';

const RUN_REFERENCE = /zap-[0-9a-f]{16}/;

/**
 * The sample's own request; where the sample gives no reference, this host stands in with one of the run,
 * and the request is the one that the core makes of that reference.
 */
export async function expectedRequest(carrier: Carrier, action: Action, sample: Sample, arrived: readonly Arrived[]): Promise<Sent | undefined> {
	if (!sample.request) return undefined;
	const { method, path, query = {}, body } = sample.request;
	const field = referenceOf(action);
	if (field === undefined || sample.input[field] !== undefined) return { method, path, query, body };
	const runReference = RUN_REFERENCE.exec(arrived.map((each) => `${each.path} ${JSON.stringify(each.query)} ${JSON.stringify(each.body)}`).join('\n'))?.[0];
	// A carrier may be given the reference in some of its requests only.
	if (runReference === undefined) return { method, path, query, body };
	const ports = scriptedPorts((request, nth) => {
		const answered = answersOf(sample)(request, nth);
		// A look-up of the run's reference, of which the sample knows nothing, finds nothing.
		return partsOf(request).method === 'GET' && !sample.reads?.[partsOf(request).path]
			? { answer: { status: 404, headers: {}, text: '{"error":true,"message":"Nothing"}' } }
			: answered;
	});
	await perform({ carrier, action, access: accessOf(carrier, sample.connection), values: sample.input, booking: { runReference } }, ports);
	const sent = ports.sent.map(partsOf).find((each) => each.method === method && each.path === path);
	if (!sent) throw new Error('The core sent no such request');
	return sent;
}
