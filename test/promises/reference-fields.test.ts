import { leavesOf } from '../../shared/declare/form';
import { carriers } from '../../shared/registry';
import { bookingOf, lookUpOf, referenceOf } from '../../shared/run/booking-settings';
import { allSubjects } from '../lab/subjects';

/** Bookings that any text may be the reference of, and those whose reference the user chooses beside another. */
const named = allSubjects
	.filter(({ action, prepare }) => referenceOf(action) !== undefined && (prepare === undefined || hasOptional(action)))
	.map((subject) => ({ name: `${subject.carrier.title}, ${subject.action.title}`, ...subject }));

function hasOptional(action: (typeof allSubjects)[number]['action']): boolean {
	const field = leavesOf(action.form).find(({ key }) => key === referenceOf(action));
	return field !== undefined && !field.required;
}

test('most carriers have some', () =>
	expect(new Set(named.map(({ carrier }) => carrier.id)).size).toBe(carriers.length));

test.each(named)('$name: what a sheet has made of the reference is undone', ({ action }) => {
	const field = leavesOf(action.form).find(({ path }) => path.join('.') === referenceOf(action));
	expect(field).toMatchObject({ kind: 'text', reference: true });
});

/** A list of the carrier's, which a user may filter as well. */
const offered = named.filter(({ carrier, action }) =>
	carrier.actions.some((each) => each === lookUpOf(action)?.action),
);

test.each(offered)('$name: so is the filter of its list', ({ action }) => {
	const look = lookUpOf(action)?.action;
	const booking = bookingOf(action);
	const key = booking?.foundBy === 'reference' ? booking.reference : '';
	for (const field of leavesOf(look?.form ?? []).filter((each) => each.key === key))
		expect(field).toMatchObject({ reference: true });
});
