import assert from 'node:assert/strict';

import type { Check, QueueEnvironment } from '../check';
import { bookedItems, waitForExecutions, type BookedItem } from '../executions';
import { openShop } from '../workflows';

interface Race {
	name: string;
	/** The form's own default where it is left out. */
	onDuplicate?: 'report';
	/** How long the carrier takes for each answer. */
	responseMs: number;
	/** Between the two calls of the shop. */
	gapMs: number;
	times: number;
}

interface RaceCounts {
	duplicated: number;
	reported: number;
	remaining: number;
	/** Meetings in which an execution handed on a booking that was cancelled. */
	holdingCancelled: number;
}

const reportsDuplicate = ({ warnings }: BookedItem) =>
	warnings.some(
		(warning) => /booked ".*" in the same moment/.test(warning) || /live bookings with the reference/.test(warning),
	);

async function runRace(environment: QueueEnvironment, race: Race): Promise<RaceCounts> {
	const shop = await openShop(environment, race.name, { onDuplicate: race.onDuplicate });
	const restoreSpeed =
		race.responseMs === 0
			? () => undefined
			: environment.sandbox.faults.add({ carrier: 'cyke', fault: { kind: 'slow', totalMs: race.responseMs } });
	const counts: RaceCounts = { duplicated: 0, reported: 0, remaining: 0, holdingCancelled: 0 };
	try {
		for (let at = 1; at <= race.times; at += 1) {
			const reference = `${race.name}-${at}`;
			const first = shop.sendOrder(reference);
			await new Promise((resolve) => setTimeout(resolve, race.gapMs));
			await Promise.all([first, shop.sendOrder(reference)]);
			const items = await bookedItems(
				environment,
				(await waitForExecutions(environment, shop.workflow.id, at * 2)).slice(-2),
			);
			const created = environment.sandbox.cyke.deliveries.filter(
				(each) => each.clientOrderReference === reference,
			).length;
			const duplicated = created > 1;
			counts.duplicated += duplicated ? 1 : 0;
			counts.reported += duplicated && items.some(reportsDuplicate) ? 1 : 0;
			const activeIds = environment.activeIds(reference);
			counts.remaining += activeIds.length > 1 ? 1 : 0;
			counts.holdingCancelled += items.every(({ id }) => activeIds.includes(Number(id))) ? 0 : 1;
			assert.ok(activeIds.length >= 1, `${reference} was lost`);
		}
	} finally {
		restoreSpeed();
		await environment.cluster.rest.unpublish(shop.workflow.id);
	}
	return counts;
}

/** `WAYBILL_QUEUE_RUNS=10 npm run queue -- at once by default` repeats its meetings for the figures of the docs. */
const RUNS = Number(process.env.WAYBILL_QUEUE_RUNS ?? 1);

function check(title: string, race: Race, assertCounts: (counts: RaceCounts) => void): Check {
	return {
		title,
		run: async (environment) => {
			const lines: string[] = [];
			for (let run = 1; run <= RUNS; run += 1) {
				const counts = await runRace(environment, { ...race, name: run === 1 ? race.name : `${race.name}-run${run}` });
				assertCounts(counts);
				const { duplicated, reported, remaining, holdingCancelled } = counts;
				lines.push(
					`${race.times} meetings, ${duplicated} booked twice, reported on ${reported}, ${race.times - remaining} left with one, two left in ${remaining}, a cancelled one handed on in ${holdingCancelled}`,
				);
			}
			return lines.join('; ');
		},
	};
}

const allReported = ({ duplicated, reported }: RaceCounts) =>
	assert.equal(reported, duplicated, 'a double was not reported');
const noneRemaining = ({ remaining }: RaceCounts) => assert.equal(remaining, 0, 'a double was left');

/** What the two processes do to each other is measured; what is promised of it is checked. */
export const races: readonly Check[] = [
	check(
		'The same order sent twice at once, quick carrier, "Report It": every duplicate is reported',
		{ name: 'R0', onDuplicate: 'report', responseMs: 0, gapMs: 0, times: 30 },
		allReported,
	),
	check(
		'The same, answers of 0.3 s: every double is reported',
		{ name: 'R300', onDuplicate: 'report', responseMs: 300, gapMs: 0, times: 30 },
		allReported,
	),
	check(
		'The same, two seconds apart: no double',
		{ name: 'R2000', onDuplicate: 'report', responseMs: 300, gapMs: 2_000, times: 10 },
		({ duplicated }) => assert.equal(duplicated, 0),
	),
	check(
		'The same at once, answers of 0.3 s, by default: one booking is left, and both executions hand it on',
		{ name: 'U300', responseMs: 300, gapMs: 0, times: 30 },
		(counts) => {
			noneRemaining(counts);
			allReported(counts);
			assert.equal(counts.holdingCancelled, 0, 'an execution hands on a cancelled booking');
		},
	),
];
