import { z } from 'zod/v4';

import { action } from '../../../declare/action';
import type { Draft, Given } from '../../../declare/facts';
import type { Problem } from '../../../declare/failure';
import { choice, longText, text, toggle } from '../../../declare/field';
import { gives } from '../../../declare/reading';
import { compareBooking } from '../compare';
import { createAnswers, createAntiSamples, createSamples } from '../create-samples';
import { cykeDelivery, filesOfItem, toItem } from '../delivery';
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
	dropoff: task(dropoffEnd, { show: { field: 'direction', is: ['outbound', 'other'] } }).optional(),
	pickup: task(pickupEnd, { show: { field: 'direction', is: ['inbound', 'other'] } }).optional(),
	packages: packageLines('What is carried. An account with size categories takes exactly one line, of which the amount is 1.'),
	comments: longText({ label: 'Comments', help: 'For the staff of the courier company.' }).optional(),
	sender_display_name: text({ label: 'Sender Name', help: 'Shown to the customer in the SMS in place of your company name.' }).optional(),
	bring_back_containers: toggle({
		label: 'Bring Back Containers',
		help: 'Whether the courier brings back empty containers. Your company setting applies where this is left out.',
	}).optional(),
});

type Input = z.output<typeof input>;

const wrongEnd = (end: 'dropoff' | 'pickup'): Problem => ({ path: [end], message: 'does not belong to this Direction; leave it empty, or choose Between Two Places' });

function check(draft: Draft<Input>, facts: Given): Problem[] {
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
		// CY1: an exact match. Should the filter ever be less, another order's booking is none of this one; a delivery that tells no reference is taken for what it was asked as.
		same: (whole, _given, reference) => whole.reference === null || whole.reference === reference,
		// A failed delivery that was rescheduled lives on under its new number.
		live: (whole) => typeof whole.redeliveredAs !== 'string',
		whole: { action: getDelivery, input: (candidate) => ({ id: candidate.id }) },
		undo: { action: cancelDelivery, input: (booking) => ({ id: booking.id }) },
		compare: compareBooking,
	},
	files: filesOfItem,
	samples: createSamples,
	answers: createAnswers,
	antiSamples: createAntiSamples,
});
