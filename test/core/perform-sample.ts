import type { Sample } from '../../shared/declare/sample';
import type { Job } from '../../shared/run/job';
import { perform } from '../../shared/run/perform';
import { emptyList } from './empty-list';
import { filesOf, respondFromSample, type Case } from './samples';
import { response, SAMPLE_NOW, scriptedPorts } from './scripted-ports';

interface Changes {
	response?: Partial<Sample['response']>;
	booking?: Job['booking'];
}

/** Performs an action's sample, perhaps with a changed answer. Lists that it looks up besides are empty. */
export async function performSample({ carrier, action, access, sample }: Omit<Case, 'name'>, changes: Changes = {}) {
	const respond = respondFromSample({ ...sample, response: { ...sample.response, ...changes.response } });
	const empty = emptyList(action);
	const ports = scriptedPorts(
		async (request, nth) => {
			const answer = await respond(request, nth);
			return 'noResponse' in answer && empty ? response(empty.status, empty.body) : answer;
		},
		SAMPLE_NOW,
		filesOf(sample.files),
	);
	const result = await perform({ carrier, action, access, values: sample.input, booking: changes.booking }, ports);
	return { result, sent: ports.sent };
}
