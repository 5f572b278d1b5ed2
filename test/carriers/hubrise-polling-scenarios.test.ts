import { brokenPipelines, correctPipeline } from './hubrise-callbacks/event-pipelines';
import { findFailures } from './hubrise-callbacks/run-scenarios';

// The rarest mistake below shows in every fourth history: one that is thirty times as rare shows in a thousand.
test('1,000 histories of two polling triggers on one connection emit each event once, in order, and miss none', async () => {
	expect(await findFailures('polling', correctPipeline, 1_000)).toEqual([]);
});

test.each(Object.entries(brokenPipelines).filter(([, { scenario }]) => scenario === 'polling'))(
	'a pipeline that %s is detected',
	async (_, { pipeline }) => {
		expect(await findFailures('polling', pipeline, 200, 1)).not.toEqual([]);
	},
);
