import { z } from 'zod/v4';

import { action } from '../../../declare/action';
import type { Draft, Given } from '../../../declare/facts';
import { gives } from '../../../declare/reading';
import { compareDelivery } from '../compare';
import { createAnswers, createAntiSamples, createSamples } from '../create-samples';
import { accountCurrency, checkCurrency, inCurrency } from '../currency';
import { hubriseDelivery, toDeliveryItem } from '../delivery';
import { changeable, changesBody, checkPosition, feeBody, feeField, fixed, lacksCurrency, statusField } from '../delivery-fields';
import { checkLocation, deliveryPath, locationField, orderField } from '../place';
import { missing, orderRefuses } from '../refusals';
import { deliveryAnswer } from '../wire';
import { taken } from '../written';
import { getDelivery } from './get-delivery';

const input = z.object({
	location_id: locationField(),
	order_id: orderField(),
	...fixed,
	status: statusField('Where the delivery stands.').default('pending'),
	fee: feeField('What the carrier charges the business. It cannot be changed later.').optional(),
	...changeable,
});

type Input = z.output<typeof input>;

const check = (draft: Draft<Input>, facts: Given) => [...checkLocation(draft, facts), ...checkCurrency(draft.fee?.currency, ['fee', 'currency']), ...checkPosition(draft)];

export const createDelivery = action({
	resource: 'delivery',
	verb: 'create',
	title: 'Create Delivery',
	does: 'Attaches a delivery to an order that is to be delivered and has none yet.',
	covers: ['HR1'],
	effect: 'booking',
	input,
	output: hubriseDelivery,
	check,
	needs: { location: accountCurrency<Input>(lacksCurrency) },
	request: (given, facts) =>
		inCurrency({ currency: given.fee?.currency, path: ['fee', 'currency'] }, facts, (currency) => ({
			method: 'POST',
			path: deliveryPath(given),
			body: { carrier: given.carrier, carrier_ref: given.carrier_ref, fee: feeBody(given.fee, currency), ...changesBody(given) },
		})),
	readings: {
		// Nothing, where a delivery should stand, may also come from a proxy on the way: the road looks whether it is there.
		...taken(gives(deliveryAnswer, toDeliveryItem)),
		404: missing('There is no such order at this location'),
		422: orderRefuses,
	},
	find: {
		reference: 'order_id',
		action: getDelivery,
		input: (order_id, { location_id }) => ({ order_id, location_id }),
		// Cancelled or not: an order cannot have another one.
		matches: () => true,
		only: true,
		compare: compareDelivery,
	},
	samples: createSamples,
	answers: createAnswers,
	antiSamples: createAntiSamples,
});
