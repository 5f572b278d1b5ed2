import { z } from 'zod/v4';

import { isJsonObject, asJsonObject, type Json, type JsonObject } from '../../../json';
import { shownMoney } from '../../../delivery/money';
import { outputField, outputItem } from '../../../delivery/delivery';
import { passThroughFields, passThrough } from '../../../delivery/pass-through';
import { asText } from '../as-text';
import { amount } from '../wire';

const attachmentResponse = z.looseObject({
	type: z.string().nullish(),
	fileKey: z.string().nullish(),
	url: z.string().nullish(),
});
const concernResponse = z.looseObject({
	entityId: amount.nullish(),
	entityType: z.string().nullish(),
	type: z.string().nullish(),
	quantity: amount.nullish(),
});

const requested = passThroughFields({
	refundStatus: passThrough.text('Refund Status'),
	source: passThrough.text('Claimant'),
	entityType: passThrough.text('About'),
	entityId: passThrough.name('Parcel or Product ID'),
	wantedResolution: passThrough.text('Resolution', 'resolutionTypeSelected'),
	appliedResolution: passThrough.text('Applied Resolution', 'resolutionTypeApplied'),
	relatedShipperId: passThrough.name('Related Shipper ID'),
});

const decided = passThroughFields({
	shippingFeesPercent: passThrough.amount('Share of the Shipping Fee (%)', 'shippingFeesAmount'),
	refundDecidedAt: passThrough.moment('Refund Decided At', 'decidedToRefundAt'),
	newParcelId: passThrough.name('Parcel Sent Again', 'reshipParcelId'),
	createdAt: passThrough.moment('Created At'),
	updatedAt: passThrough.moment('Updated At'),
});

/** CU44 to CU46 show it with more or fewer fields, and some only to those with rights to them. */
export const claimResponse = z.looseObject({
	id: z.string(),
	type: z.string().nullish(),
	status: z.string().nullish(),
	ownerId: amount.nullish(),
	refundId: amount.nullish(),
	merchandiseValue: amount.nullish(),
	rejectedReason: z.array(z.looseObject({ key: z.string().nullish() })).nullish(),
	attachments: z.array(attachmentResponse).nullish(),
	concerns: z.array(concernResponse).nullish(),
	...requested.inputShape,
	...decided.inputShape,
});

export type ClaimResponse = z.output<typeof claimResponse>;

export const cubynClaim = outputItem(() => ({
	id: outputField.id('Claim ID'),
	carrier: outputField.id('Carrier'),
	type: outputField.text('Claim Type'),
	carrierStatus: outputField.text("Carrier's Own Status"),
	decided: outputField.toggle('Is Decided'),
	...requested.outputShape,
	reason: outputField.text('Reason'),
	refundId: outputField.text('Refund ID'),
	refund: outputField.money('Refund', {}),
	...decided.outputShape,
	concerns: outputField.objects(
		{ productId: outputField.text('Product ID'), quantity: outputField.number('Quantity') },
		'Concerned Products',
	),
	attachments: outputField.objects(
		{ type: outputField.text('Type'), fileKey: outputField.text('File Key') },
		'Attachments',
	),
	files: outputField.files(),
	outcome: outputField.text('Outcome'),
	warnings: outputField.texts('Warnings'),
	carrierData: outputField.carrierData(),
}));

const bankKeys = new Set(['bankInfo', 'iban', 'bic']);

/** Removes bank details from the response, in case Cubyn echoes them. */
function removeBankDetails(value: Json): Json {
	if (Array.isArray(value)) return value.map(removeBankDetails);
	if (!isJsonObject(value)) return value;
	const entries = Object.entries(value).filter(([key]) => !bankKeys.has(key));
	return Object.fromEntries(
		entries.map(([key, field]) => [key, field === undefined ? undefined : removeBankDetails(field)]),
	);
}

const numberOf = (value: string | number | null | undefined) =>
	value === null || value === undefined || value === '' || Number.isNaN(Number(value)) ? null : Number(value);

/** CU44: a sample shows an amount, a share, a date and a refund number on a rejected claim. None of it is paid. */
const isRefunded = ({ status, refundStatus }: ClaimResponse): boolean =>
	(status === 'STARTED' || status === 'RESOLVED') && refundStatus !== 'REJECTED';

/** CU44: the value is in euros. */
function refundOf(response: ClaimResponse): JsonObject | null {
	const euros = numberOf(response.merchandiseValue);
	return euros === null || !isRefunded(response)
		? null
		: shownMoney({ amount: Math.round(euros * 100), currency: 'EUR' });
}

const fileLabel = (type: string | null | undefined) => (type ?? 'file').toLowerCase().replaceAll('_', '-');

/** `carrierData`: the carrier's own fields, for an item that is built from the input. */
export function toClaim(response: ClaimResponse, carrierData: JsonObject = asJsonObject(response)) {
	const withoutBankDetails = removeBankDetails(carrierData);
	return {
		id: response.id,
		carrier: 'cubyn',
		type: response.type ?? null,
		carrierStatus: response.status ?? null,
		decided: response.status === 'RESOLVED' || response.status === 'REJECTED',
		...requested.toFields(response),
		reason: response.rejectedReason?.flatMap(({ key }) => key ?? []).join(', ') || null,
		refundId: isRefunded(response) ? asText(response.refundId) : null,
		refund: refundOf(response),
		...decided.toFields(response),
		...(isRefunded(response) ? {} : { shippingFeesPercent: null, refundDecidedAt: null }),
		concerns: (response.concerns ?? []).map(({ entityId, quantity }) => ({
			productId: asText(entityId),
			quantity: numberOf(quantity),
		})),
		attachments: (response.attachments ?? []).map(({ type, fileKey }) => ({
			type: type ?? null,
			fileKey: fileKey ?? null,
		})),
		files: (response.attachments ?? []).flatMap(({ type, url }, index) =>
			url ? [{ key: `attachment_${index + 1}`, name: `${fileLabel(type)}-${index + 1}`, url }] : [],
		),
		carrierData: isJsonObject(withoutBankDetails) ? withoutBankDetails : {},
	};
}
