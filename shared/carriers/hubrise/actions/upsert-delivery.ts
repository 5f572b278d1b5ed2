import { z } from 'zod/v4';

import type { Draft, ConnectionFacts, Item } from '../../../declare/facts';
import { flow } from '../../../declare/flow';
import { success } from '../../../declare/failure';
import type { JsonObject } from '../../../json';
import { compareFixed } from '../compare';
import { hubriseDelivery, toDeliveryItem } from '../delivery';
import { documentedDelivery } from '../documented';
import { checkCurrency } from '../currency';
import { changeableFields, checkPosition, feeField, fixedFields, statusField } from '../delivery-fields';
import { upsertResponses, upsertAntiSamples, upsertSamples } from '../upsert-samples';
import { checkLocation, locationField, orderField } from '../paths';
import { deliveryResponse } from '../wire';
import { createDelivery } from './create-delivery';
import { getDelivery } from './get-delivery';
import { updateDelivery } from './update-delivery';

const inputSchema = z.object({
	location_id: locationField(),
	order_id: orderField(),
	...fixedFields,
	status: statusField('The status that was reached. A new delivery is pending where it is left out.').optional(),
	fee: feeField(
		'What the carrier charges the business. Taken for a new delivery alone: it cannot be changed later.',
	).optional(),
	...changeableFields,
});

type Input = z.output<typeof inputSchema>;

const check = (draft: Draft<Input>, facts: ConnectionFacts) => [
	...checkLocation(draft, facts),
	...checkCurrency(draft.fee?.currency, ['fee', 'currency']),
	...checkPosition(draft),
];

const omitUndefined = (values: JsonObject): JsonObject =>
	Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));

/** Reports requested values that can no longer be set. */
function withFixedWarnings(item: Item, input: Input, outcome: string): Item {
	const warnings = compareFixed(input, item)
		.filter((comparison) => comparison.requested !== comparison.found)
		.map(
			(comparison) =>
				`${comparison.label} is "${comparison.requested}" here but "${comparison.found}" in the delivery. HubRise no longer changes it.`,
		);
	return {
		...item,
		outcome,
		...(warnings.length > 0 ? { warnings: [...(Array.isArray(item.warnings) ? item.warnings : []), ...warnings] } : {}),
	};
}

/** The repeated report of a courier bridge: the current state of the order's delivery, new or known. */
export const upsertDelivery = flow({
	resource: 'delivery',
	verb: 'createOrUpdate',
	title: 'Create or Update Delivery',
	description: 'Brings the delivery of an order up to date, or attaches it where the order has none yet.',
	covers: ['HR1', 'HR2', 'HR3'],
	effect: 'repeatable',
	input: inputSchema,
	output: hubriseDelivery,
	check,
	run: async (input, _facts, steps) => {
		const { carrier, carrier_ref, fee, location_id, order_id, ...changes } = input;
		const target = omitUndefined({ location_id, order_id });
		const changedFields = omitUndefined(changes);
		const update = async (existing: Item) => {
			if (Object.keys(changedFields).length === 0) return success([withFixedWarnings(existing, input, 'found')]);
			const updated = await steps.call(updateDelivery, { ...target, ...changedFields });
			return updated.ok ? success(updated.value.map((item) => withFixedWarnings(item, input, 'updated'))) : updated;
		};
		const current = await steps.call(getDelivery, target);
		const existing = current.ok ? current.value[0] : undefined;
		if (existing) return await update(existing);
		if (!current.ok && current.failure.code !== 'not_found') return current;
		const booked = await steps.call(createDelivery, {
			...target,
			...changedFields,
			carrier,
			...omitUndefined({ carrier_ref, fee: fee && { ...fee } }),
		});
		// Found after all: another run attached it in the same moment, and may have known less.
		const booking = booked.ok ? booked.value[0] : undefined;
		return booking?.outcome === 'found' ? await update({ ...booking, warnings: undefined }) : booked;
	},
	example: { ...toDeliveryItem(deliveryResponse.parse(documentedDelivery)), outcome: 'updated' },
	samples: upsertSamples,
	responses: upsertResponses,
	antiSamples: upsertAntiSamples,
});
