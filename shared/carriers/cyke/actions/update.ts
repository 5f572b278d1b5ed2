import { z } from 'zod/v4';

import { action } from '../../../declare/action';
import type { Draft, Given } from '../../../declare/facts';
import type { Problem } from '../../../declare/failure';
import { longText, text, toggle } from '../../../declare/field';
import { gives } from '../../../declare/reading';
import { cykeDelivery, filesOfItem, toItem } from '../delivery';
import { deliveryV2, documentedDelivery, unknownType } from '../documented';
import { alongWith, needsCurrent } from '../move';
import { checkPackages, needsTypes, packageLines, packagesBody } from '../packages';
import { checkSavedAddress, checkSlot, dropoffEnd, pickupEnd, task, taskBody, type Task } from '../task';
import { deliveryAnswer } from '../wire';
import { deliveryNumber, getDelivery } from './get';
import { listPackageTypes } from './package-types';

const input = z.object({
	id: deliveryNumber(),
	dropoff: task(dropoffEnd, { inSight: 'slot' }).optional(),
	pickup: task(pickupEnd, { inSight: 'none' }).optional(),
	packages: packageLines('Replaces every package of the delivery. Leave it empty to keep them.').optional(),
	client_order_reference: text({ label: 'Reference', placeholder: 'WC-1042', help: 'Your own order number.' }).optional(),
	comments: longText({ label: 'Comments', help: 'For the staff of the courier company.' }).optional(),
	sender_display_name: text({ label: 'Sender Name', help: 'Shown to the customer in the SMS in place of your company name.' }).optional(),
	bring_back_containers: toggle({ label: 'Bring Back Containers', help: 'Whether the courier brings back empty containers.' }).optional(),
});

type Input = z.output<typeof input>;

function checkEnd(end: typeof dropoffEnd, given: Draft<Task> | undefined, facts: Given): Problem[] {
	return given?.saved_address !== undefined ? checkSavedAddress(end, given) : checkSlot(end, given, facts);
}

function check(draft: Draft<Input>, facts: Given): Problem[] {
	const { id, ...changes } = draft;
	const nothing = id !== undefined && Object.values(changes).every((value) => value === undefined);
	return [
		...(nothing ? [{ path: [], message: 'Fill in at least one field to change' }] : []),
		...checkEnd(dropoffEnd, draft.dropoff, facts),
		...checkEnd(pickupEnd, draft.pickup, facts),
		...checkPackages(draft.packages, facts.access.version),
	];
}

export const updateDelivery = action({
	resource: 'delivery',
	verb: 'update',
	title: 'Update Delivery',
	does: 'Changes what is given of a delivery and leaves the rest as it is.',
	covers: ['CY5', 'CY12'],
	effect: 'repeatable',
	input,
	output: cykeDelivery,
	check,
	needs: {
		types: { action: listPackageTypes, input: (given, access) => (needsTypes(given.packages, access.version) ? {} : undefined), keepFor: 60_000 },
		current: { action: getDelivery, input: (given, access) => (needsCurrent(given, access.version) ? { id: given.id } : undefined) },
	},
	request: (given, facts) => {
		const packages = packagesBody(given.packages, facts.access.version, facts.needed.types ?? []);
		const [current] = facts.needed.current ?? [];
		const { ends, problems: missing } = current ? alongWith(given, current, facts.access.zone) : { ends: given, problems: [] };
		const problems = [...packages.problems, ...missing];
		if (problems.length > 0) return { problems };
		return {
			method: 'PUT',
			path: `/deliveries/${given.id}`,
			body: {
				dropoff: taskBody(ends.dropoff),
				pickup: taskBody(ends.pickup),
				packages: packages.body,
				comments: given.comments,
				client_order_reference: given.client_order_reference,
				sender_display_name: given.sender_display_name,
				bring_back_containers: given.bring_back_containers,
			},
		};
	},
	readings: { 200: gives(deliveryAnswer, toItem) },
	files: filesOfItem,
	samples: [
		{
			title: 'A later start (v1, documented)',
			connection: 'v1',
			input: { id: 86, dropoff: { slot_starting_at: '2020-11-09T16:30:00.000+02:00' } },
			request: { method: 'PUT', path: '/api/v1/deliveries/86', body: { dropoff: { slot_starting_at: '2020-11-09T16:30:00.000+02:00' } } },
			answer: { status: 200, body: documentedDelivery },
		},
		{
			title: 'A later slot moves the pick-up as well (v2)',
			input: { id: 4711, dropoff: { slot_starting_at: '2030-05-21T17:00:00+02:00', slot_ending_at: '2030-05-21T19:00:00+02:00' } },
			request: {
				method: 'PUT',
				path: '/api/v2/deliveries/4711',
				body: {
					dropoff: { slot_starting_at: '2030-05-21T17:00:00.000+02:00', slot_ending_at: '2030-05-21T19:00:00.000+02:00' },
					pickup: { slot_starting_at: '2030-05-21T16:00:00.000+02:00', slot_ending_at: '2030-05-21T17:30:00.000+02:00' },
				},
			},
			reads: { '/api/v2/deliveries/4711': { status: 200, body: deliveryV2 } },
			answer: { status: 200, body: deliveryV2 },
		},
		{
			title: 'A later collection from a customer moves the drop-off at the shop as well (v2)',
			input: { id: 4711, pickup: { slot_starting_at: '2030-05-21T15:30:00+02:00' } },
			request: {
				method: 'PUT',
				path: '/api/v2/deliveries/4711',
				body: {
					pickup: { slot_starting_at: '2030-05-21T15:30:00.000+02:00' },
					dropoff: { slot_starting_at: '2030-05-21T16:30:00.000+02:00', slot_ending_at: '2030-05-21T18:30:00.000+02:00' },
				},
			},
			reads: { '/api/v2/deliveries/4711': { status: 200, body: { ...deliveryV2, direction: 'inbound' } } },
			answer: { status: 200, body: { ...deliveryV2, direction: 'inbound' } },
		},
		{
			title: 'Between two places, each end keeps its own slot (v2)',
			input: { id: 4711, dropoff: { slot_starting_at: '2030-05-21T17:00:00+02:00' } },
			request: { method: 'PUT', path: '/api/v2/deliveries/4711', body: { dropoff: { slot_starting_at: '2030-05-21T17:00:00.000+02:00' } } },
			reads: { '/api/v2/deliveries/4711': { status: 200, body: { ...deliveryV2, direction: 'other' } } },
			answer: { status: 200, body: { ...deliveryV2, direction: 'other' } },
		},
		{
			title: 'Other packages, and access instructions',
			input: { id: 4711, dropoff: { address_instructions: '3rd floor' }, packages: [{ package_type: '9', amount: 1 }] },
			request: {
				method: 'PUT',
				path: '/api/v2/deliveries/4711',
				body: { dropoff: { place: { address_instructions: '3rd floor' } }, packages: [{ package_type_id: 9, amount: 1 }] },
			},
			answer: { status: 200, body: deliveryV2 },
		},
	],
	answers: [
		{
			title: 'A type that Cyke does not know (documented)',
			connection: 'v1',
			input: { id: 86, packages: [{ package_type: 'Caisse', amount: 1 }] },
			answer: { status: 422, body: unknownType },
			comesTo: 'refused',
		},
	],
	antiSamples: [
		{ why: 'No number', input: { comments: 'ring twice' }, names: ['Delivery'] },
		{ why: 'A slot in the past', input: { id: 4711, dropoff: { slot_starting_at: '2001-01-01T10:00:00Z' } }, names: ['Drop-Off Slot Start'] },
	],
});
