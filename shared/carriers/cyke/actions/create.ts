import { z } from 'zod/v4';

import { action, type Draft, type Facts } from '../../../declare/action';
import type { Problem } from '../../../declare/failure';
import { choice, longText, text, toggle } from '../../../declare/field';
import { gives } from '../../../declare/reading';
import { compareBooking } from '../compare';
import { cykeDelivery, filesOfItem, toItem } from '../delivery';
import { deliveryV2, documentedDelivery } from '../documented';
import { checkPackages, needsTypes, packageLines, packagesBody } from '../packages';
import { checkNewTask, dropoffEnd, pickupEnd, task, taskBody } from '../task';
import { deliveryAnswer } from '../wire';
import { cancelDelivery } from './cancel';
import { getDelivery } from './get';
import { listDeliveries } from './list';
import { listPackageTypes } from './package-types';

const input = z.object({
	client_order_reference: text({
		label: 'Reference',
		placeholder: 'WC-1042',
		help: 'Your own order number. It finds the booking again, so that no order is delivered twice.',
		common: true,
	}).optional(),
	direction: choice(
		[
			{ value: 'outbound', label: 'To a Customer', help: 'From your place to the customer' },
			{ value: 'inbound', label: 'From a Customer', help: 'From the customer to your place' },
			{ value: 'other', label: 'Between Two Places', help: 'Neither end is your place' },
		],
		{ label: 'Direction', help: 'Which ends to fill in. Cyke fills in your own place and its time.', common: true },
	).default('outbound'),
	dropoff: task(dropoffEnd, { field: 'direction', is: ['outbound', 'other'] }).optional(),
	pickup: task(pickupEnd, { field: 'direction', is: ['inbound', 'other'] }).optional(),
	packages: packageLines('What is carried. An account with size categories takes exactly one line.'),
	comments: longText({ label: 'Comments', help: 'For the staff of the courier company.' }).optional(),
	sender_display_name: text({ label: 'Sender Name', help: 'Shown to the customer in the SMS in place of your company name.' }).optional(),
	bring_back_containers: toggle({
		label: 'Bring Back Containers',
		help: 'Whether the courier brings back empty containers. Your company setting applies where this is left out.',
	}).optional(),
});

type Input = z.output<typeof input>;

const wrongEnd = (end: 'dropoff' | 'pickup'): Problem => ({ path: [end], message: 'does not belong to this Direction; leave it empty, or choose Between Two Places' });

function check(draft: Draft<Input>, facts: Omit<Facts, 'needed'>): Problem[] {
	const direction = draft.direction ?? 'outbound';
	return [
		...(direction === 'inbound' ? (draft.dropoff ? [wrongEnd('dropoff')] : []) : checkNewTask(dropoffEnd, draft.dropoff, facts)),
		...(direction === 'outbound' ? (draft.pickup ? [wrongEnd('pickup')] : []) : checkNewTask(pickupEnd, draft.pickup, facts)),
		...checkPackages(draft.packages, facts.access.version),
	];
}

export const createDelivery = action({
	resource: 'delivery',
	verb: 'create',
	title: 'Create Delivery',
	does: 'Books a courier for a delivery within a time slot.',
	covers: ['CY2', 'CY9'],
	effect: 'booking',
	input,
	output: cykeDelivery,
	check,
	needs: {
		types: { action: listPackageTypes, input: (given, access) => (needsTypes(given.packages, access.version) ? {} : undefined), keepFor: 60_000 },
	},
	request: (given, facts) => {
		const packages = packagesBody(given.packages, facts.access.version, facts.needed.types ?? []);
		if (packages.problems.length > 0) return { problems: packages.problems };
		return {
			method: 'POST',
			path: '/deliveries',
			body: {
				dropoff: taskBody(given.dropoff),
				pickup: taskBody(given.pickup),
				packages: packages.body,
				comments: given.comments,
				client_order_reference: given.client_order_reference,
				sender_display_name: given.sender_display_name,
				bring_back_containers: given.bring_back_containers,
			},
		};
	},
	readings: { 200: gives(deliveryAnswer, toItem), 201: gives(deliveryAnswer, toItem) },
	find: {
		reference: 'client_order_reference',
		action: listDeliveries,
		input: (reference) => ({ client_order_reference: reference }),
		matches: (candidate) => candidate.status !== 'cancelled',
		// A failed delivery that was rescheduled lives on under its new number.
		live: (whole) => typeof whole.redeliveredAs !== 'string',
		whole: { action: getDelivery, input: (candidate) => ({ id: candidate.id }) },
		undo: { action: cancelDelivery, input: (booking) => ({ id: booking.id }) },
		compare: compareBooking,
	},
	files: filesOfItem,
	samples: [
		{
			title: 'Two kinds of packages to a company (v1, documented)',
			connection: 'v1',
			input: {
				client_order_reference: 'POE5F29A',
				dropoff: {
					slot_starting_at: '2020-11-09T16:00:00.000+02:00',
					slot_ending_at: '2020-11-09T18:00:00.000+02:00',
					recipient_name: 'Cercei Lannister',
					recipient_phone: '+33670707070',
					company_name: 'Lannister Inc.',
					address: '1 place du Palais Royal',
					postal_code: '75001',
					city: 'Paris',
					address_instructions: 'digicode 3495 au fond à gauche',
				},
				packages: [
					{ package_type: 'Carton de 12 bières 33cl', amount: 3 },
					{ package_type: 'Fût inox de 20L', amount: 1 },
				],
				comments: 'Fûts de blonde, faire attention à la DLUO',
				bring_back_containers: false,
			},
			request: {
				method: 'POST',
				path: '/api/v1/deliveries',
				body: {
					dropoff: {
						slot_starting_at: '2020-11-09T16:00:00.000+02:00',
						slot_ending_at: '2020-11-09T18:00:00.000+02:00',
						place: {
							recipient_name: 'Cercei Lannister',
							recipient_phone: '+33670707070',
							company_name: 'Lannister Inc.',
							address: '1 place du Palais Royal',
							postal_code: '75001',
							city: 'Paris',
							address_instructions: 'digicode 3495 au fond à gauche',
						},
					},
					packages: [
						{ type: 'Carton de 12 bières 33cl', amount: 3 },
						{ type: 'Fût inox de 20L', amount: 1 },
					],
					comments: 'Fûts de blonde, faire attention à la DLUO',
					client_order_reference: 'POE5F29A',
					bring_back_containers: false,
				},
			},
			reads: { '/api/v1/deliveries': { status: 200, body: [] } },
			answer: { status: 201, body: documentedDelivery },
		},
		{
			title: 'A type by name, numbers as text, a French phone number as typed',
			input: {
				client_order_reference: 'WC-1042',
				dropoff: {
					slot_starting_at: '2030-05-21 16:00',
					slot_ending_at: '2030-05-21T18:00:00+02:00',
					recipient_name: 'Ada Moreau',
					recipient_phone: '06 12 34 56 78',
					address: '12 rue des Petits Champs',
					postal_code: '75002',
					city: 'Paris',
				},
				packages: [{ package_type: 'Small box', amount: '2' }],
			},
			request: {
				method: 'POST',
				path: '/api/v2/deliveries',
				body: {
					dropoff: {
						slot_starting_at: '2030-05-21T16:00:00.000+02:00',
						slot_ending_at: '2030-05-21T18:00:00.000+02:00',
						place: {
							recipient_name: 'Ada Moreau',
							recipient_phone: '+33612345678',
							address: '12 rue des Petits Champs',
							postal_code: '75002',
							city: 'Paris',
						},
					},
					packages: [{ package_type_id: 7, amount: 2 }],
					client_order_reference: 'WC-1042',
				},
			},
			reads: {
				'/api/v2/package_types': { status: 200, body: [{ id: 7, type: 'Small box', volume: 12, weight: 2.5, fragility: null, temperature: null }] },
				'/api/v2/deliveries': { status: 200, body: [] },
			},
			answer: { status: 201, body: deliveryV2 },
		},
		{
			title: 'An ad-hoc package from a saved address to another place',
			input: {
				client_order_reference: 'PS-77',
				direction: 'other',
				pickup: { saved_address: 23 },
				dropoff: {
					slot_starting_at: '2030-05-21T16:00:00.000+02:00',
					slot_ending_at: '2030-05-21T18:00:00.000+02:00',
					recipient_name: 'Ada Moreau',
					recipient_phone: '+33612345678',
					address: '12 rue des Petits Champs',
					postal_code: '75002',
					city: 'Paris',
				},
				packages: [{ name: 'Cake', amount: 1, volume_dm3: 8, weight_kg: 1.5 }],
			},
			request: {
				method: 'POST',
				path: '/api/v2/deliveries',
				body: {
					dropoff: {
						slot_starting_at: '2030-05-21T16:00:00.000+02:00',
						slot_ending_at: '2030-05-21T18:00:00.000+02:00',
						place: {
							recipient_name: 'Ada Moreau',
							recipient_phone: '+33612345678',
							address: '12 rue des Petits Champs',
							postal_code: '75002',
							city: 'Paris',
						},
					},
					pickup: 23,
					packages: [{ amount: 1, name: 'Cake', volume_dm3: 8, weight_kg: 1.5 }],
					client_order_reference: 'PS-77',
				},
			},
			reads: { '/api/v2/deliveries': { status: 200, body: [] } },
			answer: { status: 201, body: { ...deliveryV2, id: 4712, client_order_reference: 'PS-77', direction: 'other' } },
		},
	],
	antiSamples: [
		{
			why: 'Nothing is filled in',
			input: {},
			names: ['Drop-Off Slot Start', 'Drop-Off Slot End', 'Drop-Off Contact Name', 'Drop-Off Phone', 'Drop-Off Street', 'Drop-Off Postal Code', 'Drop-Off City', 'Packages'],
		},
		{
			why: 'The slot is over, reversed, and the phone is no phone',
			input: {
				dropoff: {
					slot_starting_at: '2001-01-01T16:00:00+01:00',
					slot_ending_at: '2001-01-01T15:00:00+01:00',
					recipient_name: 'Ada Moreau',
					recipient_phone: 'at the door',
					address: '12 rue des Petits Champs',
					postal_code: '75002',
					city: 'Paris',
				},
				packages: [{ package_type: '7', amount: 'many' }],
			},
			names: ['Drop-Off Slot Start', 'Drop-Off Slot End', 'Drop-Off Phone', 'Package 1 Amount'],
		},
		{
			why: 'A saved address and an address of its own',
			input: { direction: 'inbound', pickup: { saved_address: 23, city: 'Paris' }, packages: [{ package_type: '7', amount: 1 }] },
			names: ['Pick-Up City'],
		},
	],
});
