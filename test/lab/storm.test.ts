import type { Failure } from '../../shared/declare/failure';
import { createBatch, type Batch } from './batch';
import { subjects, type Subject } from './subjects';
import { noFaults, outage, readOnly, rateLimitStorms } from './fault-plans';

/** Unless a subject has a size of its own. */
const BATCH_SIZE = 200;
/** A full retry budget. */
const RETRY_BUDGET = 100;
const referencesOf = (count: number) =>
	Array.from({ length: count }, (_, at) => `WC-${String(at + 1).padStart(4, '0')}`);
const named = (list: readonly Subject[]) =>
	list.map((subject) => [`${subject.carrier.title}, ${subject.action.title}`, subject] as const);
const batchSizeOf = ({ batchSize = BATCH_SIZE }: Subject) => batchSize;

/** References for which the carrier's state differs from the step's report. */
const misreported = (batch: Batch, references: readonly string[], results: Awaited<ReturnType<Batch['book']>>) => {
	const activeReferences = batch.activeReferences();
	return references.filter((reference, at) => {
		const activeCount = activeReferences.filter((each) => each === reference).length;
		const result = results[at];
		// A step of several calls may stop half-way, and reports this.
		return result && !result.ok && result.failure.code === 'partly_done'
			? activeCount > 1
			: activeCount !== (result?.ok ? 1 : 0);
	});
};

/** Too many requests, or so long a wait that the look-up still went and the booking did not. */
const hasExpectedReason = ({ code, message }: Failure) =>
	code === 'rate_limited' ||
	code === 'partly_done' ||
	(code === 'unavailable' && message.includes('The time for this step ran out'));

/** As long as the failures ask their user to wait before the step runs again. */
const longestPause = (results: Awaited<ReturnType<Batch['book']>>): number =>
	Math.max(0, ...results.map((result) => (result.ok ? 0 : (result.failure.retryAfter ?? 0))));

const stormKinds = [
	['short', 6_000],
	['longer than a step may take', 60_000],
] as const;

test.each(
	named(subjects).flatMap(([name, subject]) =>
		stormKinds.map(([kind, longestMs]) => [name, kind, subject, longestMs] as const),
	),
)(
	'%s: a batch in storms of 429, %s: each is booked once, in order, or rejected with nothing left behind',
	async (name, kind, subject, longestMs) => {
		const references = referencesOf(batchSizeOf(subject));
		const batch = createBatch(7, subject, rateLimitStorms(7, longestMs));
		const results = await batch.book(references);
		const toRetry = references.filter((_, at) => results[at]?.ok === false);
		const rateLimited = batch.sandbox.journal.find({ status: 429 }).length;
		process.stdout.write(
			`storms, ${kind}: ${name}: ${references.length - toRetry.length} booked, ${toRetry.length} to be run again; ${rateLimited} of ${batch.requestCount()} requests met a 429\n`,
		);

		expect(results.map((result, at) => (result.ok ? result.value[0]?.reference : references[at]))).toEqual(references);
		expect(results.filter((result) => !result.ok && !hasExpectedReason(result.failure))).toEqual([]);
		expect(misreported(batch, references, results)).toEqual([]);
		expect(rateLimited).toBeGreaterThan(batch.requestCount() / 150);
		if (kind === 'short') expect(toRetry).toEqual([]);
		else expect(toRetry.length).toBeGreaterThan(0);

		batch.setFaultPlan(noFaults);
		await batch.sandbox.clock.advance(longestPause(results));
		expect((await batch.book(toRetry)).filter((result) => !result.ok)).toEqual([]);
		expect(batch.activeReferences().sort()).toEqual(references);
		await batch.sandbox.close();
	},
);

test.each(named(subjects))(
	'%s: a carrier that is down meets no storm, and is booked at again when it is back',
	async (name, subject) => {
		const size = batchSizeOf(subject);
		const references = referencesOf(size);
		const batch = createBatch(11, subject, outage(11));
		const results = await batch.book(references);
		process.stdout.write(`outage: ${name}: ${batch.requestCount()} requests for ${size} bookings\n`);
		expect(results.filter((result) => result.ok || result.failure.code !== 'unavailable')).toEqual([]);
		expect(batch.requestCount()).toBeLessThanOrEqual(size + RETRY_BUDGET);

		batch.setFaultPlan(noFaults);
		const first = references.slice(0, 50);
		expect((await batch.book(first)).filter((result) => !result.ok)).toEqual([]);
		expect(batch.activeReferences().sort()).toEqual(first);
		await batch.sandbox.close();
	},
);

test.each(named(subjects.filter(({ hasLookUp }) => hasLookUp)))(
	'%s: a carrier that can be read and accepts nothing gets few more requests',
	async (name, subject) => {
		const size = batchSizeOf(subject);
		const references = referencesOf(size);
		const batch = createBatch(13, subject, readOnly);
		const results = await batch.book(references);
		process.stdout.write(`takes nothing: ${name}: ${batch.requestCount()} requests for ${size} bookings\n`);
		expect(results.filter((result) => result.ok || result.failure.code !== 'outcome_unknown')).toEqual([]);
		expect(batch.activeReferences()).toEqual([]);
		// Look-up, booking and two look-ups for each. A retry is one booking and two look-ups more. Only bookings that
		// succeed earn another. One request more signs in.
		expect(batch.requestCount()).toBeLessThanOrEqual(5 * size + RETRY_BUDGET + 1);
		await batch.sandbox.close();
	},
);
