import { z } from 'zod/v4';

import { action } from '../../../declare/action';
import type { Draft, ConnectionFacts } from '../../../declare/facts';
import type { Problem } from '../../../declare/failure';
import { longText, text, toggle } from '../../../declare/field';
import { itemReading } from '../../../declare/reading';
import { filesIn } from '../../../delivery/item-files';
import { cykeDelivery, toItem } from '../delivery';
import { deliveryV2, documentedDelivery, unknownType } from '../documented';
import { checkPackages, needsTypes, packageLines, packagesBody } from '../packages';
import { checkSavedAddress, checkSlot, dropoffEnd, pickupEnd, task, taskBody, type Task } from '../task';
import { deliveryResponse } from '../wire';
import { checkDeliveryNumber, deliveryNumber } from './get';
import { listPackageTypes } from './package-types';

// CY12: what Cyke does with the other slot is not documented. Its one known client always sends both.
const slotNote = ' Cyke may leave the slot of the other end as it is. To move both, fill in both.';

const inputSchema = z.object({
	id: deliveryNumber(),
	dropoff: task(dropoffEnd, { visibleFields: 'slot', slotNote }).optional(),
	pickup: task(pickupEnd, { visibleFields: 'none', slotNote }).optional(),
	packages: packageLines('Replaces every package of the delivery. Leave it empty to keep them.').optional(),
	client_order_reference: text({
		reference: true,
		label: 'Reference',
		placeholder: 'WC-1042',
		help: 'Your own order number.',
	}).optional(),
	comments: longText({ label: 'Comments', help: 'For the staff of the courier company.' }).optional(),
	sender_display_name: text({
		label: 'Sender Name',
		help: 'Shown to the customer in the SMS in place of your company name.',
	}).optional(),
	bring_back_containers: toggle({
		label: 'Bring Back Containers',
		help: 'Whether the courier brings back empty containers.',
	}).optional(),
});

type Input = z.output<typeof inputSchema>;

function checkEnd(end: typeof dropoffEnd, draft: Draft<Task> | undefined, facts: ConnectionFacts): Problem[] {
	return draft?.saved_address !== undefined ? checkSavedAddress(end, draft) : checkSlot(end, draft, facts);
}

function check(draft: Draft<Input>, facts: ConnectionFacts): Problem[] {
	const { id, ...changes } = draft;
	const isEmpty = id !== undefined && Object.values(changes).every((value) => value === undefined);
	return [
		...checkDeliveryNumber(draft),
		...(isEmpty ? [{ path: [], message: 'Fill in at least one field to change' }] : []),
		...checkEnd(dropoffEnd, draft.dropoff, facts),
		...checkEnd(pickupEnd, draft.pickup, facts),
		...checkPackages(draft.packages, facts.access.version),
	];
}

export const updateDelivery = action({
	resource: 'delivery',
	verb: 'update',
	title: 'Update Delivery',
	description: 'Updates a delivery. Empty fields stay unchanged.',
	covers: ['CY5', 'CY12'],
	effect: 'repeatable',
	input: inputSchema,
	output: cykeDelivery,
	check,
	needs: {
		types: {
			action: listPackageTypes,
			input: (input, access) => (needsTypes(input.packages, access.version) ? {} : undefined),
			cacheFor: 60_000,
		},
	},
	request: (input, facts) => {
		const packages = packagesBody(input.packages, facts.access.version, facts.needed.types ?? []);
		if (packages.problems.length > 0) return { problems: packages.problems };
		return {
			method: 'PUT',
			path: `/deliveries/${input.id}`,
			body: {
				dropoff: taskBody(input.dropoff),
				pickup: taskBody(input.pickup),
				packages: packages.body,
				comments: input.comments,
				client_order_reference: input.client_order_reference,
				sender_display_name: input.sender_display_name,
				bring_back_containers: input.bring_back_containers,
			},
		};
	},
	readings: { 200: itemReading(deliveryResponse, toItem) },
	files: filesIn,
	samples: [
		{
			title: 'A later start (v1, documented)',
			connection: 'v1',
			input: { id: 86, dropoff: { slot_starting_at: '2020-11-09T16:30:00.000+02:00' } },
			request: {
				method: 'PUT',
				path: '/api/v1/deliveries/86',
				body: { dropoff: { slot_starting_at: '2020-11-09T16:30:00.000+02:00' } },
			},
			response: { status: 200, body: documentedDelivery },
		},
		{
			title: 'A later drop-off slot alone (v2)',
			input: {
				id: 4711,
				dropoff: { slot_starting_at: '2030-05-21T17:00:00+02:00', slot_ending_at: '2030-05-21T19:00:00+02:00' },
			},
			request: {
				method: 'PUT',
				path: '/api/v2/deliveries/4711',
				body: {
					dropoff: {
						slot_starting_at: '2030-05-21T17:00:00.000+02:00',
						slot_ending_at: '2030-05-21T19:00:00.000+02:00',
					},
				},
			},
			response: { status: 200, body: deliveryV2 },
		},
		{
			title: 'Both slots, as the known client sends them (v2)',
			input: {
				id: 4711,
				dropoff: { slot_starting_at: '2030-05-21T17:00:00+02:00', slot_ending_at: '2030-05-21T19:00:00+02:00' },
				pickup: { slot_starting_at: '2030-05-21T17:00:00+02:00', slot_ending_at: '2030-05-21T19:00:00+02:00' },
			},
			request: {
				method: 'PUT',
				path: '/api/v2/deliveries/4711',
				body: {
					dropoff: {
						slot_starting_at: '2030-05-21T17:00:00.000+02:00',
						slot_ending_at: '2030-05-21T19:00:00.000+02:00',
					},
					pickup: {
						slot_starting_at: '2030-05-21T17:00:00.000+02:00',
						slot_ending_at: '2030-05-21T19:00:00.000+02:00',
					},
				},
			},
			response: { status: 200, body: deliveryV2 },
		},
		{
			title: 'Other packages, and access instructions',
			input: { id: 4711, dropoff: { address_instructions: '3rd floor' }, packages: [{ package_type: '9', amount: 1 }] },
			request: {
				method: 'PUT',
				path: '/api/v2/deliveries/4711',
				body: {
					dropoff: { place: { address_instructions: '3rd floor' } },
					packages: [{ package_type_id: 9, amount: 1 }],
				},
			},
			response: { status: 200, body: deliveryV2 },
		},
	],
	responses: [
		{
			title: 'A type that Cyke does not know (documented)',
			connection: 'v1',
			input: { id: 86, packages: [{ package_type: 'Caisse', amount: 1 }] },
			response: { status: 422, body: unknownType },
			expected: 'refused',
		},
	],
	antiSamples: [
		{ reason: 'No number', input: { comments: 'ring twice' }, mentions: ['Delivery'] },
		{
			reason: 'A slot in the past',
			input: { id: 4711, dropoff: { slot_starting_at: '2001-01-01T10:00:00Z' } },
			mentions: ['Drop-Off Slot Start'],
		},
	],
});
