import { z } from 'zod/v4';

import { action } from '../../../declare/action';
import type { Draft, ConnectionFacts } from '../../../declare/facts';
import { choice, integer, lines, longText, moment, text } from '../../../declare/field';
import type { Problem } from '../../../declare/failure';
import type { JsonObject } from '../../../json';
import { isoClock, readClock } from '../../../delivery/clock-time';
import { customFieldChanges, customFieldsBody } from '../custom-fields';
import { locationForbidden, notFoundReading } from '../errors';
import { hubriseLocation, toLocationItem } from '../location';
import { checkLocation, locationField, locationPath, withoutFraction } from '../paths';
import { updateLocationAntiSamples, updateLocationResponses, updateLocationSamples } from '../update-location-samples';
import { locationResponse } from '../wire';
import { readAfterWrite, writeReading } from '../write-responses';
import { getLocation } from './get-location';

const days = [
	{ value: 'monday', label: 'Monday' },
	{ value: 'tuesday', label: 'Tuesday' },
	{ value: 'wednesday', label: 'Wednesday' },
	{ value: 'thursday', label: 'Thursday' },
	{ value: 'friday', label: 'Friday' },
	{ value: 'saturday', label: 'Saturday' },
	{ value: 'sunday', label: 'Sunday' },
] as const;

const inputSchema = z.object({
	location_id: locationField(),
	mode: choice(
		[
			{ value: 'normal', label: 'Normal' },
			{ value: 'busy', label: 'Busy', help: 'Orders take longer' },
			{ value: 'paused', label: 'Paused', help: 'No orders are taken' },
		],
		{ label: 'Order Acceptance', help: 'Whether the location takes orders now.', common: true },
	).optional(),
	extra_preparation_time: integer(
		{
			label: 'Extra Preparation Time',
			unit: 'minutes',
			help: 'Needed when busy, on top of the usual time.',
			common: true,
		},
		{ min: 0 },
	).optional(),
	resume_at: moment({
		label: 'Back to Normal At',
		help: 'When busy or paused ends by itself. Left empty, it ends when this step says so.',
		common: true,
	}).optional(),
	reason: longText({ label: 'Reason', help: 'Why no orders are taken. Customers see it.' }).optional(),
	preparation_time: integer({ label: 'Preparation Time', unit: 'minutes' }, { min: 0 }).optional(),
	opening_hours: lines(
		{
			day: choice(days, { label: 'Day' }),
			from: text({ label: 'From', placeholder: '12:00' }),
			to: text({ label: 'To', placeholder: '14:00', help: 'After midnight up to the cut-off time.' }),
		},
		{
			label: 'Opening Hours',
			line: 'Opening Hours',
			help: 'The whole week: a day without a line is closed.',
		},
	).optional(),
	cutoff_time: text({
		label: 'Cut-Off Time',
		placeholder: '06:00',
		help: 'Until when hours after midnight belong to the day before.',
	}).optional(),
	custom_fields: customFieldChanges(),
});

type Input = z.output<typeof inputSchema>;

/** As HubRise writes it: "9h30" and "9:30 am" are 09:30, and the end of a day is 00:00. */
function hourOf(typed: string): string | undefined {
	const clock = readClock(typed);
	return clock && isoClock({ ...clock, hour: clock.hour % 24 }).slice(0, 5);
}
const hourProblem = (path: PropertyKey[], typed: string | undefined): Problem[] =>
	typed === undefined || hourOf(typed) !== undefined
		? []
		: [{ path, message: `must be a time of day such as 09:30, not "${typed}"` }];

/** One of three shapes, by the mode. Each accepts only its own fields. */
function acceptanceProblems({ mode, extra_preparation_time, resume_at, reason }: Draft<Input>): Problem[] {
	const only = (path: string, modes: string, isWrong: boolean): Problem[] =>
		isWrong ? [{ path: [path], message: `goes with Order Acceptance ${modes} only` }] : [];
	return [
		...(mode === 'busy' && extra_preparation_time === undefined
			? [{ path: ['extra_preparation_time'], message: 'is missing: a busy location says by how many minutes' }]
			: []),
		...only('extra_preparation_time', 'Busy', extra_preparation_time !== undefined && mode !== 'busy'),
		...only('resume_at', 'Busy or Paused', resume_at !== undefined && mode !== 'busy' && mode !== 'paused'),
		...only('reason', 'Paused', reason !== undefined && mode !== 'paused'),
	];
}

function check(draft: Draft<Input>, facts: ConnectionFacts): Problem[] {
	const { location_id, ...changes } = draft;
	const isEmpty = Object.values(changes).every((value) => value === undefined);
	const wrongHours = (draft.opening_hours ?? []).flatMap(({ from, to }, index) =>
		Object.entries({ from, to }).flatMap(([key, time]) => hourProblem(['opening_hours', index, key], time)),
	);
	return [
		...checkLocation({ location_id }, facts),
		...acceptanceProblems(draft),
		...wrongHours,
		...hourProblem(['cutoff_time'], draft.cutoff_time),
		...(isEmpty ? [{ path: [], message: 'Fill in at least one field to change' }] : []),
	];
}

/** HubRise takes the week as a whole. */
function hoursBody(hours: Input['opening_hours']): JsonObject | undefined {
	return (
		hours &&
		Object.fromEntries(
			days.map(({ value }) => [
				value,
				hours.filter(({ day }) => day === value).map(({ from, to }) => ({ from: hourOf(from), to: hourOf(to) })),
			]),
		)
	);
}

export const updateLocation = action({
	resource: 'location',
	verb: 'update',
	title: 'Update Location',
	description: 'Pauses a location, says that it is busy, or changes its opening hours. Empty fields stay unchanged.',
	covers: ['HR24'],
	effect: 'repeatable',
	input: inputSchema,
	output: hubriseLocation,
	check,
	request: (input) => ({
		method: 'PATCH',
		path: locationPath(input),
		body: {
			cutoff_time: input.cutoff_time === undefined ? undefined : hourOf(input.cutoff_time),
			opening_hours: hoursBody(input.opening_hours),
			preparation_time: input.preparation_time,
			order_acceptance:
				input.mode === undefined
					? undefined
					: {
							mode: input.mode,
							resume_at: withoutFraction(input.resume_at),
							extra_preparation_time: input.extra_preparation_time,
							reason: input.reason,
						},
			custom_fields: customFieldsBody(input.custom_fields),
		},
	}),
	readings: {
		200: writeReading(locationResponse, toLocationItem, () => toLocationItem({ id: '' })),
		403: locationForbidden,
		404: notFoundReading('There is no such location in the reach of this connection'),
	},
	followUp: (item, { location_id, mode }) =>
		readAfterWrite(
			getLocation,
			item,
			{ location_id },
			({ orderAcceptance }) => mode === undefined || orderAcceptance === mode,
		),
	samples: updateLocationSamples,
	responses: updateLocationResponses,
	antiSamples: updateLocationAntiSamples,
});
