import fc from '../fast-check';

import { acknowledgeEvent } from '../../shared/carriers/hubrise/actions/event';
import { hubrise } from '../../shared/carriers/hubrise/carrier';
import { perform } from '../../shared/run/perform';
import { hasPathTraversal } from '../../shared/run/encode';
import { response, scriptedPorts } from './scripted-ports';
import { accessOf } from './samples';

test.each(['.', '..'])('an ID that is %s leads nowhere else: nothing is sent', async (event_id) => {
	const ports = scriptedPorts(() => response(200, {}));
	const done = await perform(
		{ carrier: hubrise, action: acknowledgeEvent, access: accessOf(hubrise), values: { event_id } },
		ports,
	);
	expect(done).toMatchObject({
		ok: false,
		failure: { code: 'invalid_input', message: expect.stringContaining('dots alone') },
	});
	expect(ports.sent).toEqual([]);
});

test('an accepted path is requested unchanged', () => {
	const step = fc.oneof(
		fc.constantFrom('.', '..', '%2e', '%2E.', '.%2e', '...', 'a.b', '.well-known', ''),
		fc.string().map(encodeURIComponent),
	);
	fc.assert(
		fc.property(fc.array(step, { minLength: 1, maxLength: 6 }), (steps) => {
			const path = `/${steps.join('/')}`;
			fc.pre(!hasPathTraversal({ path }));
			expect(new URL(`https://carrier.example/api${path}`).pathname).toBe(`/api${path}`);
		}),
	);
});
