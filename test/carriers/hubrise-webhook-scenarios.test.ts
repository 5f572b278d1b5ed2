import { brokenPipelines, correctPipeline } from './hubrise-callbacks/event-pipelines';
import { findFailures } from './hubrise-callbacks/run-scenarios';

// The rarest mistake below shows in every third history: one that is a hundred times as rare shows in these.
test('2,500 histories of callbacks emit each event once, never go back, and accept no forged one', async () => {
	expect(await findFailures('webhook', correctPipeline, 2_500)).toEqual([]);
});

test.each(Object.entries(brokenPipelines).filter(([, { scenario }]) => scenario === 'webhook'))(
	'a pipeline that %s is detected',
	async (_, { pipeline }) => {
		expect(await findFailures('webhook', pipeline, 200, 1)).not.toEqual([]);
	},
);
