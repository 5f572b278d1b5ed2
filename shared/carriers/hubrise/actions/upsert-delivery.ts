import { z } from 'zod/v4';

import type { Draft, Given, Item } from '../../../declare/facts';
import { flow } from '../../../declare/flow';
import { success } from '../../../declare/failure';
import type { JsonObject } from '../../../declare/json';
import { compareFixed } from '../compare';
import { hubriseDelivery, toDeliveryItem } from '../delivery';
import { documentedDelivery } from '../documented';
import { checkCurrency } from '../currency';
import { changeable, checkPosition, feeField, fixed, statusField } from '../delivery-fields';
import { upsertAnswers, upsertAntiSamples, upsertSamples } from '../upsert-samples';
import { checkLocation, locationField, orderField } from '../place';
import { deliveryAnswer } from '../wire';
import { createDelivery } from './create-delivery';
import { getDelivery } from './get-delivery';
import { updateDelivery } from './update-delivery';

const input = z.object({
	location_id: locationField(),
	order_id: orderField(),
	...fixed,
	status: statusField('The status that was reached. A new delivery is pending where it is left out.').optional(),
	fee: feeField('What the carrier charges the business. Taken for a new delivery alone: it cannot be changed later.').optional(),
	...changeable,
});

type Input = z.output<typeof input>;

const check = (draft: Draft<Input>, facts: Given) => [...checkLocation(draft, facts), ...checkCurrency(draft.fee?.currency, ['fee', 'currency']), ...checkPosition(draft)];

const given = (values: JsonObject): JsonObject => Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));

/** Says what was asked and can no longer be had. */
function withFixed(item: Item, asked: Input, outcome: string): Item {
	const warnings = compareFixed(asked, item)
		.filter((each) => each.asked !== each.found)
		.map((each) => `${each.label} was asked as "${each.asked}" but the delivery has "${each.found}", which HubRise does not change any more.`);
	return { ...item, outcome, ...(warnings.length > 0 ? { warnings: [...(Array.isArray(item.warnings) ? item.warnings : []), ...warnings] } : {}) };
}

/** What a bridge to couriers says again and again: this is where the order's delivery stands, whether it is known yet or not. */
export const upsertDelivery = flow({
	resource: 'delivery',
	verb: 'createOrUpdate',
	title: 'Create or Update Delivery',
	does: 'Brings the delivery of an order up to date, or attaches it where the order has none yet.',
	covers: ['HR1', 'HR2', 'HR3'],
	effect: 'repeatable',
	input,
	output: hubriseDelivery,
	check,
	run: async (asked, _facts, steps) => {
		const { carrier, carrier_ref, fee, location_id, order_id, ...changes } = asked;
		const at = given({ location_id, order_id });
		const wanted = given(changes);
		const update = async (there: Item) => {
			if (Object.keys(wanted).length === 0) return success([withFixed(there, asked, 'found')]);
			const updated = await steps.call(updateDelivery, { ...at, ...wanted });
			return updated.ok ? success(updated.value.map((item) => withFixed(item, asked, 'updated'))) : updated;
		};
		const read = await steps.call(getDelivery, at);
		const there = read.ok ? read.value[0] : undefined;
		if (there) return await update(there);
		if (!read.ok && read.failure.code !== 'not_found') return read;
		const booked = await steps.call(createDelivery, { ...at, ...wanted, carrier, ...given({ carrier_ref, fee: fee && { ...fee } }) });
		// Found after all: another run attached it in the same moment, and may have known less.
		const made = booked.ok ? booked.value[0] : undefined;
		return made?.outcome === 'found' ? await update({ ...made, warnings: undefined }) : booked;
	},
	example: { ...toDeliveryItem(deliveryAnswer.parse(documentedDelivery)), outcome: 'updated' },
	samples: upsertSamples,
	answers: upsertAnswers,
	antiSamples: upsertAntiSamples,
});
