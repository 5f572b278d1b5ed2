import { z } from 'zod/v4';

import { action } from '../../../declare/action';
import type { Draft, ConnectionFacts } from '../../../declare/facts';
import { compareDelivery } from '../compare';
import { createResponses, createAntiSamples, createSamples } from '../create-samples';
import { accountCurrency, checkCurrency, withCurrency } from '../currency';
import { hubriseDelivery, toDeliveryItem } from '../delivery';
import {
	changeableFields,
	changesBody,
	checkPosition,
	feeBody,
	feeField,
	fixedFields,
	lacksCurrency,
	statusField,
} from '../delivery-fields';
import { checkLocation, deliveryPath, locationField, orderField } from '../paths';
import { notFoundReading, deliveryUnprocessable } from '../errors';
import { hubriseItem } from '../read-response';
import { deliveryResponse } from '../wire';
import { getDelivery } from './get-delivery';

const inputSchema = z.object({
	location_id: locationField(),
	order_id: orderField(),
	...fixedFields,
	status: statusField('Where the delivery stands.').default('pending'),
	fee: feeField('What the carrier charges the business. It cannot be changed later.').optional(),
	...changeableFields,
});

type Input = z.output<typeof inputSchema>;

const check = (draft: Draft<Input>, facts: ConnectionFacts) => [
	...checkLocation(draft, facts),
	...checkCurrency(draft.fee?.currency, ['fee', 'currency']),
	...checkPosition(draft),
];

export const createDelivery = action({
	resource: 'delivery',
	verb: 'create',
	title: 'Create Delivery',
	thing: 'Delivery',
	description: 'Attaches a delivery to an order that is to be delivered and has none yet.',
	covers: ['HR1'],
	effect: 'booking',
	input: inputSchema,
	output: hubriseDelivery,
	check,
	needs: { location: accountCurrency<Input>(lacksCurrency) },
	request: (input, facts) =>
		withCurrency({ currency: input.fee?.currency, path: ['fee', 'currency'] }, facts, (currency) => ({
			method: 'POST',
			path: deliveryPath(input),
			body: {
				carrier: input.carrier,
				carrier_ref: input.carrier_ref,
				fee: feeBody(input.fee, currency),
				...changesBody(input),
			},
		})),
	readings: {
		// An empty response where a delivery is expected may come from a proxy, so the pipeline checks whether the
		// delivery exists.
		200: hubriseItem(deliveryResponse, toDeliveryItem),
		404: notFoundReading('There is no such order at this location'),
		422: deliveryUnprocessable,
	},
	booking: {
		foundBy: 'reference',
		reference: 'order_id',
		action: getDelivery,
		input: (order_id, { location_id }) => ({ order_id, location_id }),
		// Cancelled or not: an order cannot have another one.
		isCandidate: () => true,
		uniquePerReference: true,
		compare: compareDelivery,
	},
	samples: createSamples,
	responses: createResponses,
	antiSamples: createAntiSamples,
});
