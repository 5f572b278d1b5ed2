import { z } from 'zod/v4';

import { action } from '../../../declare/action';
import type { Draft, ConnectionFacts } from '../../../declare/facts';
import type { Problem } from '../../../declare/failure';
import { choice, longText, text, toggle } from '../../../declare/field';
import { itemReading } from '../../../declare/reading';
import { isSameReference } from '../../../run/same-reference';
import { compareBooking } from '../compare';
import { createResponses, createAntiSamples, createSamples } from '../create-samples';
import { filesIn } from '../../../delivery/item-files';
import { cykeDelivery, toItem } from '../delivery';
import { checkPackages, needsTypes, packageLines, packagesBody } from '../packages';
import { checkNewTask, dropoffEnd, isFilledIn, newTask, pickupEnd, taskBody } from '../task';
import { deliveryResponse } from '../wire';
import { cancelDelivery } from './cancel';
import { getDelivery } from './get';
import { listDeliveries } from './list';
import { listPackageTypes } from './package-types';

const inputSchema = z.object({
	client_order_reference: text({
		reference: true,
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
	dropoff: newTask(dropoffEnd, { field: 'direction', is: ['outbound', 'other'] }).optional(),
	pickup: newTask(pickupEnd, { field: 'direction', is: ['inbound', 'other'] }).optional(),
	packages: packageLines('What is carried. An account with size categories takes exactly one line with the amount 1.'),
	comments: longText({ label: 'Comments', help: 'For the staff of the courier company.' }).optional(),
	sender_display_name: text({
		label: 'Sender Name',
		help: 'Shown to the customer in the SMS in place of your company name.',
	}).optional(),
	bring_back_containers: toggle({
		label: 'Bring Back Containers',
		help: 'Whether the courier brings back empty containers. Leave it out to apply your company setting.',
	}).optional(),
});

type Input = z.output<typeof inputSchema>;

const wrongEnd = (end: 'dropoff' | 'pickup'): Problem => ({
	path: [end],
	message: 'does not belong to this Direction. Leave it empty, or choose Between Two Places',
});

function check(draft: Draft<Input>, facts: ConnectionFacts): Problem[] {
	const direction = draft.direction ?? 'outbound';
	return [
		...(direction === 'inbound'
			? isFilledIn(draft.dropoff)
				? [wrongEnd('dropoff')]
				: []
			: checkNewTask(dropoffEnd, draft.dropoff, facts)),
		...(direction === 'outbound'
			? isFilledIn(draft.pickup)
				? [wrongEnd('pickup')]
				: []
			: checkNewTask(pickupEnd, draft.pickup, facts)),
		...checkPackages(draft.packages, facts.access.version),
	];
}

export const createDelivery = action({
	resource: 'delivery',
	verb: 'create',
	title: 'Create Delivery',
	description: 'Books a courier for a delivery within a time slot.',
	covers: ['CY2', 'CY9'],
	effect: 'booking',
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
			method: 'POST',
			path: '/deliveries',
			body: {
				// The end that the direction leaves to Cyke is not sent, even if its form came along.
				dropoff: isFilledIn(input.dropoff) ? taskBody(input.dropoff) : undefined,
				pickup: isFilledIn(input.pickup) ? taskBody(input.pickup) : undefined,
				packages: packages.body,
				comments: input.comments,
				client_order_reference: input.client_order_reference,
				sender_display_name: input.sender_display_name,
				bring_back_containers: input.bring_back_containers,
			},
		};
	},
	readings: { 200: itemReading(deliveryResponse, toItem) },
	booking: {
		foundBy: 'reference',
		reference: 'client_order_reference',
		action: listDeliveries,
		input: (reference) => ({ client_order_reference: reference }),
		// CY1: one list of all deliveries, in short.
		listSince: { input: () => ({}), lacksReferences: true },
		isCandidate: (candidate) => candidate.status !== 'cancelled',
		// CY1: the filter is exact. Check the reference anyway, because another order's booking must never be taken for
		// this one. A delivery without a reference matches the filter.
		isSameBooking: (full, _input, reference) => full.reference === null || isSameReference(full.reference, reference),
		showsReference: true,
		// A failed delivery that was rescheduled lives on under its new number.
		isActive: (full) => typeof full.redeliveredAs !== 'string',
		readFull: { action: getDelivery, input: (candidate) => ({ id: candidate.id }) },
		cancel: { action: cancelDelivery, input: (booking) => ({ id: booking.id }) },
		compare: compareBooking,
	},
	files: filesIn,
	samples: createSamples,
	responses: createResponses,
	antiSamples: createAntiSamples,
});
