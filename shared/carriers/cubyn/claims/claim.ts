import { z } from 'zod/v4';

import type { Item } from '../../../declare/facts';
import { isJsonObject, untouched, type Json, type JsonObject } from '../../../declare/json';
import { out } from '../../../delivery/delivery';
import { mirror, same } from '../../../delivery/mirror';
import { asText } from '../answered';
import { amount } from '../wire';

const attachment = z.looseObject({ type: z.string().nullish(), fileKey: z.string().nullish(), url: z.string().nullish() });
const concern = z.looseObject({ entityId: amount.nullish(), entityType: z.string().nullish(), type: z.string().nullish(), quantity: amount.nullish() });

const asked = mirror({
	refundStatus: same.text('Refund Status'),
	source: same.text('Who Claims'),
	entityType: same.text('About'),
	entityId: same.name('Parcel or Product ID'),
	wantedResolution: same.text('Wanted Resolution', 'resolutionTypeSelected'),
	appliedResolution: same.text('Applied Resolution', 'resolutionTypeApplied'),
});

const decided = mirror({
	shippingFeesPercent: same.amount('Share of the Shipping Fee (in percent)', 'shippingFeesAmount'),
	refundDecidedAt: same.moment('Refund Decided At', 'decidedToRefundAt'),
	newParcelId: same.name('Parcel Sent Again', 'reshipParcelId'),
	createdAt: same.moment('Created At'),
	updatedAt: same.moment('Updated At'),
});

/** CU44 to CU46 show it with more or fewer fields, and some only to those with rights to them. */
export const claimAnswer = z.looseObject({
	id: z.string(),
	type: z.string().nullish(),
	status: z.string().nullish(),
	ownerId: amount.nullish(),
	refundId: amount.nullish(),
	merchandiseValue: amount.nullish(),
	rejectedReason: z.array(z.looseObject({ key: z.string().nullish() })).nullish(),
	attachments: z.array(attachment).nullish(),
	concerns: z.array(concern).nullish(),
	...asked.answers,
	...decided.answers,
});

export type ClaimAnswer = z.output<typeof claimAnswer>;

export const cubynClaim = z.object({
	id: out.id('Claim ID'),
	carrier: out.id('Carrier'),
	type: out.text('Claim Type'),
	carrierStatus: out.text("Carrier's Own Status"),
	decided: out.toggle('Is Decided'),
	...asked.shape,
	reason: out.text('Reason'),
	refundId: out.text('Refund ID'),
	refund: out.object({ amount: out.number('Refund Amount (in minor units)'), currency: out.text('Refund Currency') }, 'Refund'),
	...decided.shape,
	concerns: out.objects({ productId: out.text('Product ID'), quantity: out.number('Quantity') }, 'Concerned Products'),
	attachments: out.objects({ type: out.text('Type'), fileKey: out.text('File Key') }, 'Attachments'),
	files: out.files(),
	outcome: out.text('Outcome'),
	warnings: out.texts('Warnings'),
	carrierData: out.carrierData(),
});

const secret = new Set(['bankInfo', 'iban', 'bic']);

/** Whatever Cubyn may echo: bank details leave the road here. */
function withoutBank(value: Json): Json {
	if (Array.isArray(value)) return value.map(withoutBank);
	if (!isJsonObject(value)) return value;
	const kept = Object.entries(value).filter(([key]) => !secret.has(key));
	return Object.fromEntries(kept.map(([key, each]) => [key, each === undefined ? undefined : withoutBank(each)]));
}

const numberOf = (value: string | number | null | undefined) => (value === null || value === undefined || value === '' || Number.isNaN(Number(value)) ? null : Number(value));

/** CU44: the value is in euros. */
function refundOf({ merchandiseValue }: ClaimAnswer): JsonObject | null {
	const euros = numberOf(merchandiseValue);
	return euros === null ? null : { amount: Math.round(euros * 100), currency: 'EUR' };
}

const words = (type: string | null | undefined) => (type ?? 'file').toLowerCase().replaceAll('_', '-');

/** `given`: the carrier's own words where the answer is put together from what was asked. */
export function toClaim(answer: ClaimAnswer, given: JsonObject = untouched(answer)): Item {
	const own = withoutBank(given);
	return {
		id: answer.id,
		carrier: 'cubyn',
		type: answer.type ?? null,
		carrierStatus: answer.status ?? null,
		decided: answer.status === 'RESOLVED' || answer.status === 'REJECTED',
		...asked.of(answer),
		reason: answer.rejectedReason?.flatMap(({ key }) => key ?? []).join(', ') || null,
		refundId: asText(answer.refundId),
		refund: refundOf(answer),
		...decided.of(answer),
		concerns: (answer.concerns ?? []).map(({ entityId, quantity }) => ({ productId: asText(entityId), quantity: numberOf(quantity) })),
		attachments: (answer.attachments ?? []).map(({ type, fileKey }) => ({ type: type ?? null, fileKey: fileKey ?? null })),
		files: (answer.attachments ?? []).flatMap(({ type, url }, at) => (url ? [{ key: `attachment_${at + 1}`, name: `${words(type)}-${at + 1}`, url }] : [])),
		carrierData: isJsonObject(own) ? own : {},
	};
}
