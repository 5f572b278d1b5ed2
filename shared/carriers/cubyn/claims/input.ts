import type { z } from 'zod/v4';

import type { Draft } from '../../../declare/facts';
import type { Problem } from '../../../declare/failure';
import { choice, email, group, integer, lines, text } from '../../../declare/field';
import type { JsonObject } from '../../../declare/json';
import { isBic, isIban, plainIban } from './bank';
import { claimFileTypes, claimTypes, claimTypeWord, fileTypeWord, neededFiles, type ClaimFileType } from './words';

const byRecipient = { field: 'source', is: ['RECIPIENT'] };
const countries = [
	{ value: 'FR', label: 'France' },
	{ value: 'ES', label: 'Spain' },
] as const;

export const fileType = () => choice(claimFileTypes, { label: 'Type', help: 'What the file shows.', common: true });

export const claimFields = {
	type: choice(claimTypes, { label: 'Claim Type', help: 'What went wrong. It decides which attachments the claim needs.', common: true }),
	entityType: choice(
		[
			{ value: 'PARCEL', label: 'Parcel' },
			{ value: 'PRODUCT', label: 'Product' },
		],
		{ label: 'About', help: 'Whether the claim is about a parcel or about a product of yours.', common: true },
	).default('PARCEL'),
	entityId: text({ label: 'Parcel or Product ID', placeholder: '120165677', help: 'Number of the parcel, or ID or SKU of the product.', common: true }),
	resolutionTypeSelected: choice(
		[
			{ value: 'RESHIP', label: 'Send Again' },
			{ value: 'REFUND', label: 'Refund' },
		],
		{ label: 'Wanted Resolution', help: 'What Cubyn is asked to do about it.', common: true },
	),
	source: choice(
		[
			{ value: 'SHIPPER', label: 'Your Shop' },
			{ value: 'RECIPIENT', label: 'The Recipient', help: 'A consumer claims; give who it is and where a refund goes' },
		],
		{ label: 'Who Claims', help: 'Whose claim it is.', common: true },
	).default('SHIPPER'),
};

export const moreClaimFields = {
	concerns: lines(
		{
			entityId: text({ label: 'Product ID', placeholder: '0347b8d0-8d4a-4c0a-8eaf-0bca15c94bc1', help: 'ID or SKU of the product.', common: true }),
			quantity: integer({ label: 'Quantity', help: 'How many of it.', common: true }, { min: 1 }).default(1),
			entityType: choice(
				[
					{ value: 'PRODUCT', label: 'Product' },
					{ value: 'ITEM', label: 'Item' },
				],
				{ label: 'Entity Type', help: 'What the ID is of.' },
			).default('PRODUCT'),
			type: choice([{ value: 'MERCHANDISE', label: 'Merchandise' }], { label: 'Concern Type', help: 'What is concerned.' }).default('MERCHANDISE'),
		},
		{ label: 'Concerned Products', line: 'Concerned Product', help: 'Which products of the parcel are missing, damaged or wrong.' },
	).optional(),
	requester: group(
		{
			firstName: text({ label: 'First Name', common: true }).optional(),
			lastName: text({ label: 'Last Name', common: true }).optional(),
			email: email({ label: 'Email', placeholder: 'name@email.com', common: true }).optional(),
			organizationName: text({ label: 'Organisation', common: true }).optional(),
			language: choice(countries, { label: 'Language', help: 'The language Cubyn writes to them in.', common: true }).optional(),
		},
		{ label: 'Requester', help: 'The consumer who claims.', show: byRecipient },
	).optional(),
	bankInfo: group(
		{
			firstName: text({ label: 'First Name', common: true }).optional(),
			lastName: text({ label: 'Last Name', common: true }).optional(),
			iban: text({ label: 'IBAN', secret: true, common: true }).optional(),
			bic: text({ label: 'BIC', secret: true, common: true }).optional(),
			country: choice(countries, { label: 'Country', common: true }).optional(),
		},
		{ label: 'Bank Account', help: 'Where a refund goes. It is sent to Cubyn and shown nowhere.', show: byRecipient },
	).optional(),
};

type Requester = NonNullable<z.output<typeof moreClaimFields.requester>>;
type BankInfo = NonNullable<z.output<typeof moreClaimFields.bankInfo>>;

interface Parties {
	source: 'SHIPPER' | 'RECIPIENT';
	requester?: Requester;
	bankInfo?: BankInfo;
}

const requesterKeys = ['firstName', 'lastName', 'email', 'organizationName', 'language'] as const;
const bankKeys = ['firstName', 'lastName', 'iban', 'bic', 'country'] as const;

/** CU43: a requester is the consumer's alone; whoever gives one gives all of it, the bank account included. */
export function checkParties({ source, requester, bankInfo }: Draft<Parties>): Problem[] {
	if (!requester && !bankInfo) return [];
	if (source !== 'RECIPIENT') {
		const given = [...(requester ? ['requester'] : []), ...(bankInfo ? ['bankInfo'] : [])];
		return given.map((key) => ({ path: [key], message: 'belongs to claims of the recipient alone; leave it empty, or choose The Recipient under Who Claims' }));
	}
	return [
		...requesterKeys.filter((key) => requester?.[key] === undefined).map((key) => ({ path: ['requester', key], message: 'is missing' })),
		...bankKeys.filter((key) => bankInfo?.[key] === undefined).map((key) => ({ path: ['bankInfo', key], message: 'is missing' })),
		...(bankInfo?.iban !== undefined && !isIban(bankInfo.iban) ? [{ path: ['bankInfo', 'iban'], message: 'is no IBAN: its check digits do not fit' }] : []),
		...(bankInfo?.bic !== undefined && !isBic(bankInfo.bic) ? [{ path: ['bankInfo', 'bic'], message: 'is no BIC: it has 8 or 11 characters' }] : []),
	];
}

interface Proven {
	type?: keyof typeof neededFiles;
	attachments?: readonly { type?: ClaimFileType }[];
}

/** What a claim of that type lacks, said before anything is sent. */
export function checkAttachments({ type, attachments }: Proven): Problem[] {
	if (type === undefined) return [];
	const given = (attachments ?? []).map((each) => each.type);
	const missing = neededFiles[type].filter((needed) => !given.includes(needed)).map(fileTypeWord);
	if (missing.length === 0) return [];
	return [{ path: ['attachments'], message: `lack what a claim of the type ${claimTypeWord(type)} needs: ${missing.join(', ')}` }];
}

/** As Cubyn reads it: the bank account stands inside the requester. */
export function requesterBody({ requester, bankInfo }: { requester?: Requester; bankInfo?: BankInfo }): JsonObject | undefined {
	if (!requester || !bankInfo) return undefined;
	const { iban, bic } = bankInfo;
	return { ...requester, bankInfo: { ...bankInfo, iban: iban && plainIban(iban), bic: bic && plainIban(bic) } };
}
