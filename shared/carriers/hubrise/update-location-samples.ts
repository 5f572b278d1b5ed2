import type { AntiSample, ResponseSample, Sample } from '../../declare/sample';
import { location, notFound, validationFailed } from './documented';

export const updateLocationSamples: readonly Sample[] = [
	{
		title: 'Busy, with other hours (documented)',
		connection: 'account',
		input: {
			location_id: '3r4s3-1',
			cutoff_time: '05:00',
			preparation_time: 20,
			mode: 'busy',
			resume_at: '2025-06-04T19:30:00+02:00',
			extra_preparation_time: '25',
			opening_hours: [
				{ day: 'monday', from: '09:00', to: '12:30' },
				{ day: 'monday', from: '14:00', to: '23:30' },
				{ day: 'friday', from: '17:00', to: '02:00' },
			],
			custom_fields: [{ name: 'delivery.door_time', value: '35' }],
		},
		request: {
			method: 'PATCH',
			path: '/v1/locations/3r4s3-1',
			body: {
				cutoff_time: '05:00',
				opening_hours: {
					monday: [
						{ from: '09:00', to: '12:30' },
						{ from: '14:00', to: '23:30' },
					],
					tuesday: [],
					wednesday: [],
					thursday: [],
					friday: [{ from: '17:00', to: '02:00' }],
					saturday: [],
					sunday: [],
				},
				preparation_time: 20,
				order_acceptance: {
					mode: 'busy',
					resume_at: '2025-06-04T19:30:00+02:00',
					extra_preparation_time: 25,
				},
				custom_fields: { delivery: { door_time: '35' } },
			},
		},
		response: { status: 200, body: { ...location, order_acceptance: { mode: 'busy', extra_preparation_time: 25 } } },
	},
	{
		title: 'Paused',
		input: { mode: 'paused', reason: 'Private party' },
		request: {
			method: 'PATCH',
			path: '/v1/location',
			body: { order_acceptance: { mode: 'paused', reason: 'Private party' } },
		},
		response: { status: 200, body: { ...location, order_acceptance: { mode: 'paused', reason: 'Private party' } } },
	},
	{
		title: 'Open again',
		input: { mode: 'normal' },
		request: { method: 'PATCH', path: '/v1/location', body: { order_acceptance: { mode: 'normal' } } },
		response: { status: 200, body: { ...location, order_acceptance: { mode: 'online' } } },
	},
];

export const updateLocationResponses: readonly ResponseSample[] = [
	{
		title: "Another account's",
		input: { location_id: 'k2m9z-1', mode: 'normal' },
		response: notFound,
		expected: 'not_found',
	},
	{
		title: 'An app without that right',
		input: { mode: 'normal' },
		response: { status: 403, body: { message: 'Forbidden', error_type: 'forbidden' } },
		expected: 'not_authorised',
	},
	{
		title: 'Hours that overlap',
		input: {
			opening_hours: [
				{ day: 'monday', from: '09:00', to: '12:30' },
				{ day: 'monday', from: '12:00', to: '14:00' },
			],
		},
		response: validationFailed('opening_hours', 'must have slots without overlaps'),
		expected: 'refused',
	},
];

export const updateLocationAntiSamples: readonly AntiSample[] = [
	{ reason: 'Nothing to change', input: {}, mentions: ['at least one field'] },
	{ reason: 'Busy by how much?', input: { mode: 'busy' }, mentions: ['Extra Preparation Time'] },
	{ reason: 'A reason to be open', input: { mode: 'normal', reason: 'Party' }, mentions: ['Reason'] },
	{
		reason: 'No time of day',
		input: { opening_hours: [{ day: 'monday', from: '9', to: '12:00' }] },
		mentions: ['Opening Hours 1 From'],
	},
];
