import type { z } from 'zod/v4';

import type { Draft } from '../../../declare/facts';
import type { Problem } from '../../../declare/failure';
import { choice, email, group, integer, lines, text } from '../../../declare/field';
import type { JsonObject } from '../../../json';
import {
	claimFileTypes,
	claimTypes,
	fileTypeLabel,
	requiredFiles,
	type ClaimFileType,
	type ClaimType,
} from './claim-types';

/** ISO 13616: the four first characters go to the end, letters count from ten, and 97 divides it with one over. */
function isIban(text: string): boolean {
	const iban = normalizeIban(text);
	if (!/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(iban)) return false;
	const digits = [...iban.slice(4), ...iban.slice(0, 4)].map((character) => String(parseInt(character, 36))).join('');
	return [...digits].reduce((remainder, digit) => (remainder * 10 + Number(digit)) % 97, 0) === 1;
}

/** As it is sent: people type it in groups of four. */
const normalizeIban = (text: string): string => text.replace(/\s+/g, '').toUpperCase();

/** ISO 9362: bank, country, place, and perhaps a branch. */
const isBic = (text: string): boolean => /^[A-Z]{4}[A-Z]{2}[A-Z0-9]{2}([A-Z0-9]{3})?$/.test(normalizeIban(text));

const whenRecipientClaims = { field: 'source', is: ['RECIPIENT'] };
const languages = [
	{ value: 'FR', label: 'French' },
	{ value: 'ES', label: 'Spanish' },
] as const;

const countries = [
	{ value: 'FR', label: 'France' },
	{ value: 'ES', label: 'Spain' },
] as const;

export const fileType = () => choice(claimFileTypes, { label: 'Type', help: 'What the file shows.', common: true });

export const claimFields = {
	type: choice(claimTypes, {
		label: 'Claim Type',
		help: 'What went wrong. It decides which attachments the claim needs.',
		common: true,
	}),
	entityType: choice(
		[
			{ value: 'PARCEL', label: 'Parcel' },
			{ value: 'PRODUCT', label: 'Product' },
		],
		{ label: 'About', help: 'Whether the claim is about a parcel or about a product of yours.', common: true },
	).default('PARCEL'),
	entityId: text({
		label: 'Parcel or Product ID',
		placeholder: '120165677',
		help: 'Number of the parcel, or ID or SKU of the product.',
		common: true,
	}),
	resolutionTypeSelected: choice(
		[
			{ value: 'RESHIP', label: 'Send Again' },
			{ value: 'REFUND', label: 'Refund' },
		],
		{ label: 'Resolution', help: 'What Cubyn should do about it.', common: true },
	),
	source: choice(
		[
			{ value: 'SHIPPER', label: 'Your Shop' },
			{
				value: 'RECIPIENT',
				label: 'The Recipient',
				help: 'A consumer claims. Fill in who it is and where a refund goes. Cubyn may refuse this from a shop',
			},
		],
		{ label: 'Claimant', help: 'Whose claim it is.', common: true },
	).default('SHIPPER'),
};

export const optionalClaimFields = {
	concerns: lines(
		{
			entityId: text({
				label: 'Product ID',
				placeholder: '0347b8d0-8d4a-4c0a-8eaf-0bca15c94bc1',
				help: 'ID or SKU of the product.',
				common: true,
			}),
			quantity: integer({ label: 'Quantity', help: 'How many of it.', common: true }, { min: 1 }).default(1),
			entityType: choice(
				[
					{ value: 'PRODUCT', label: 'Product' },
					{ value: 'ITEM', label: 'Item' },
				],
				{ label: 'Entity Type', help: 'What the ID is of.' },
			).default('PRODUCT'),
			type: choice([{ value: 'MERCHANDISE', label: 'Merchandise' }], {
				label: 'Concern Type',
				help: 'What is concerned.',
			}).default('MERCHANDISE'),
		},
		{
			label: 'Concerned Products',
			line: 'Concerned Product',
			help: 'Which products of the parcel are missing, damaged or wrong.',
		},
	).optional(),
	requester: group(
		{
			firstName: text({ label: 'First Name', common: true }).optional(),
			lastName: text({ label: 'Last Name', common: true }).optional(),
			email: email({ label: 'Email', placeholder: 'name@email.com', common: true }).optional(),
			organizationName: text({ label: 'Organisation', common: true }).optional(),
			language: choice(languages, {
				label: 'Language',
				help: 'The language Cubyn writes to them in.',
				common: true,
			}).optional(),
		},
		{ label: 'Requester', help: 'The consumer who claims.', show: whenRecipientClaims },
	).optional(),
	bankInfo: group(
		{
			firstName: text({ label: 'First Name', common: true }).optional(),
			lastName: text({ label: 'Last Name', common: true }).optional(),
			iban: text({ label: 'IBAN', secret: true, common: true }).optional(),
			bic: text({ label: 'BIC', secret: true, common: true }).optional(),
			country: choice(countries, { label: 'Country', common: true }).optional(),
		},
		{
			label: 'Bank Account',
			help: 'Where a refund goes. It is sent to Cubyn and shown nowhere.',
			show: whenRecipientClaims,
		},
	).optional(),
};

type Requester = NonNullable<z.output<typeof optionalClaimFields.requester>>;
type BankInfo = NonNullable<z.output<typeof optionalClaimFields.bankInfo>>;

interface Claimant {
	source: 'SHIPPER' | 'RECIPIENT';
	requester?: Requester;
	bankInfo?: BankInfo;
}

const requesterKeys = ['firstName', 'lastName', 'email', 'organizationName', 'language'] as const;
const bankKeys = ['firstName', 'lastName', 'iban', 'bic', 'country'] as const;

/** CU43: only a consumer's claim has a requester. A requester needs every field, the bank account included. */
export function checkClaimant({ source, requester, bankInfo }: Draft<Claimant>): Problem[] {
	if (!requester && !bankInfo) return [];
	if (source !== 'RECIPIENT') {
		const filledIn = [...(requester ? ['requester'] : []), ...(bankInfo ? ['bankInfo'] : [])];
		return filledIn.map((key) => ({
			path: [key],
			message: 'belongs to claims of the recipient alone; leave it empty, or choose The Recipient under Claimant',
		}));
	}
	return [
		...requesterKeys
			.filter((key) => requester?.[key] === undefined)
			.map((key) => ({ path: ['requester', key], message: 'is missing' })),
		...bankKeys
			.filter((key) => bankInfo?.[key] === undefined)
			.map((key) => ({ path: ['bankInfo', key], message: 'is missing' })),
		...(bankInfo?.iban !== undefined && !isIban(bankInfo.iban)
			? [{ path: ['bankInfo', 'iban'], message: 'is no IBAN: its check digits do not fit' }]
			: []),
		...(bankInfo?.bic !== undefined && !isBic(bankInfo.bic)
			? [{ path: ['bankInfo', 'bic'], message: 'is no BIC: it has 8 or 11 characters' }]
			: []),
	];
}

/**
 * CU43: the files Cubyn wants with each claim type. Its own sample lacks the invoice, so a missing file is never
 * refused.
 */
export function missingFiles(type: ClaimType, attachments: readonly { type: ClaimFileType }[]): string[] {
	const attachedTypes = attachments.map((attachment) => attachment.type);
	return requiredFiles[type].filter((required) => !attachedTypes.includes(required)).map(fileTypeLabel);
}

/** The format Cubyn reads: the bank account is inside the requester. */
export function requesterBody({
	requester,
	bankInfo,
}: {
	requester?: Requester;
	bankInfo?: BankInfo;
}): JsonObject | undefined {
	if (!requester || !bankInfo) return undefined;
	const { iban, bic } = bankInfo;
	return { ...requester, bankInfo: { ...bankInfo, iban: iban && normalizeIban(iban), bic: bic && normalizeIban(bic) } };
}
