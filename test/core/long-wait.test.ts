import { listDeliveries } from '../../shared/carriers/cyke/actions/list';
import { cyke } from '../../shared/carriers/cyke/carrier';
import { perform } from '../../shared/run/perform';
import { accessOf } from './samples';
import { response, scriptedPorts } from './scripted-ports';

const MINUTE = 60_000;
const list = { carrier: cyke, action: listDeliveries, access: accessOf(cyke), values: {} };

test.each([503, 429])('a %i that asks for a day is probed after five minutes', async (status) => {
	const ports = scriptedPorts((_, nth) =>
		nth === 1 ? response(status, {}, { 'retry-after': '86400' }) : response(200, []),
	);
	const startedAt = ports.now();
	const refused = await perform(list, ports);
	expect(refused).toMatchObject({ ok: false, failure: { retryAfter: 5 * MINUTE } });
	expect(refused.ok ? '' : refused.failure.message).toContain('asks for a pause of 24 hours');

	ports.moveTo(startedAt + MINUTE);
	const waiting = await perform(list, ports);
	expect(waiting).toMatchObject({
		ok: false,
		failure: {
			code: 'rate_limited',
			message: expect.stringContaining('Cyke wants a pause'),
			advice: expect.stringContaining('in 4 minutes'),
		},
	});
	expect(ports.sent).toHaveLength(1);

	ports.moveTo(startedAt + 5 * MINUTE);
	expect(await perform(list, ports)).toEqual({ ok: true, value: [] });
});

test('a carrier that keeps asking is probed once in five minutes', async () => {
	const ports = scriptedPorts(() => response(503, {}, { 'retry-after': '86400' }));
	const startedAt = ports.now();
	for (let minute = 0; minute < 60; minute += 1) {
		ports.moveTo(startedAt + minute * MINUTE);
		await perform(list, ports);
	}
	expect(ports.sent.length).toBeLessThanOrEqual(13);
});
