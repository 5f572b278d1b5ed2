import { runMany } from './run-many';

// One of two files, so that two workers share the scenarios. They are fifteen times as many as a mistake needs to show.
test('90 rounds of every booking from round 90: no duplicate, no lost booking, no leaked secret', async () =>
	await runMany(90, 90));
