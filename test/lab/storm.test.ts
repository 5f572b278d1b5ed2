import type { Failure } from '../../shared/declare/failure';
import { batchOf, type Batch } from './batch';
import { subjects, type Subject } from './subjects';
import { fine, outage, readOnly, storms } from './weather';

const BOOKINGS = 1_000;
/** A full purse of retries. */
const PURSE = 100;
const referencesOf = (count: number) => Array.from({ length: count }, (_, at) => `WC-${String(at + 1).padStart(4, '0')}`);
const named = (which: readonly Subject[]) => which.map((subject) => [`${subject.carrier.title}, ${subject.action.title}`, subject] as const);
/** A list that cannot be searched is read whole at every look-up, which takes a test too long with a thousand in it. */
const countFor = ({ action, looksUp }: Subject) => (looksUp && !action.find?.whole ? BOOKINGS / 20 : BOOKINGS);

/** References under which the carrier does not hold what the step said. */
const astray = (batch: Batch, references: readonly string[], results: Awaited<ReturnType<Batch['book']>>) => {
	const live = batch.live();
	return references.filter((reference, at) => {
		const held = live.filter((each) => each === reference).length;
		const result = results[at];
		// A step of several calls may have got half-way, and says so.
		return result && !result.ok && result.failure.code === 'partly_done' ? held > 1 : held !== (result?.ok ? 1 : 0);
	});
};

/** Too many requests, or so long a wait that the look-up still went and the booking did not. */
const saysWhy = ({ code, message }: Failure) => code === 'rate_limited' || code === 'partly_done' || (code === 'unavailable' && message.includes('The time for this step ran out'));

const kinds = [
	['short', 6_000],
	['longer than a step may take', 60_000],
] as const;

test.each(named(subjects).flatMap(([name, subject]) => kinds.map(([kind, longestMs]) => [name, kind, subject, longestMs] as const)))(
	'%s: a batch in storms of 429, %s: each is booked once, in order, or asked to come again with nothing left behind',
	async (name, kind, subject, longestMs) => {
		const references = referencesOf(countFor(subject));
		const batch = batchOf(7, subject, storms(7, longestMs));
		const results = await batch.book(references);
		const again = references.filter((_, at) => results[at]?.ok === false);
		const met = batch.sandbox.journal.of({ status: 429 }).length;
		process.stdout.write(`storms, ${kind}: ${name}: ${references.length - again.length} booked, ${again.length} asked to come again; ${met} of ${batch.requests()} requests met a 429\n`);

		expect(results.map((result, at) => (result.ok ? result.value[0]?.reference : references[at]))).toEqual(references);
		expect(results.filter((result) => !result.ok && !saysWhy(result.failure))).toEqual([]);
		expect(astray(batch, references, results)).toEqual([]);
		expect(met).toBeGreaterThan(references.length / 50);
		if (kind === 'short') expect(again).toEqual([]);
		else expect(again.length).toBeGreaterThan(0);

		batch.change(fine);
		expect((await batch.book(again)).filter((result) => !result.ok)).toEqual([]);
		expect(batch.live().sort()).toEqual(references);
		await batch.sandbox.close();
	},
);

test.each(named(subjects))('%s: a carrier that is down meets no storm, and is booked at again when it is back', async (name, subject) => {
	const references = referencesOf(BOOKINGS);
	const batch = batchOf(11, subject, outage(11));
	const results = await batch.book(references);
	process.stdout.write(`outage: ${name}: ${batch.requests()} requests for ${BOOKINGS} bookings\n`);
	expect(results.filter((result) => result.ok || result.failure.code !== 'unavailable')).toEqual([]);
	expect(batch.requests()).toBeLessThanOrEqual(BOOKINGS + PURSE);

	batch.change(fine);
	const first = references.slice(0, 50);
	expect((await batch.book(first)).filter((result) => !result.ok)).toEqual([]);
	expect(batch.live().sort()).toEqual(first);
	await batch.sandbox.close();
});

test.each(named(subjects.filter(({ looksUp }) => looksUp)))('%s: a carrier that can be read and takes nothing is asked little more', async (name, subject) => {
	const references = referencesOf(BOOKINGS);
	const batch = batchOf(13, subject, readOnly);
	const results = await batch.book(references);
	process.stdout.write(`takes nothing: ${name}: ${batch.requests()} requests for ${BOOKINGS} bookings\n`);
	expect(results.filter((result) => result.ok || result.failure.code !== 'unavailable')).toEqual([]);
	expect(batch.live()).toEqual([]);
	// Look-up, booking and look-up for each; a retry is one booking and one look-up more, and takes five successes.
	expect(batch.requests()).toBeLessThanOrEqual(5 * BOOKINGS);
	await batch.sandbox.close();
});
