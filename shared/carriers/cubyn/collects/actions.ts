import { z } from 'zod/v4';

import { action, type Action } from '../../../declare/action';
import { choice, moment, phone, text } from '../../../declare/field';
import { millis } from '../../../delivery/time';
import { mergeAddress, checkChanges, needsCurrentAddress } from './changed-address';
import { collectResponse, cubynCollect, documentedCollect, toCollect } from './collect';
import { deletedItem, deleteReadings } from '../deleted-item';
import { addressBody, addressChanges, addressGroup, checkAddress } from '../parcels/address';
import { failsWith } from '../errors';
import { toUtc } from '../utc';
import { collectNumber, getCollect, listCollects, listTimeSlots } from './reads';
import { fieldErrorResponse, errorResponse } from '../sample-errors';
import { cubynItem } from '../read-response';

const volume = () =>
	choice(
		[
			{ value: 'SMALL', label: 'Small' },
			{ value: 'STANDARD', label: 'Standard' },
			{ value: 'LARGE', label: 'Large' },
		],
		{ label: 'Volume', help: 'How much room all of it takes.', common: true },
	);

const optionalFields = {
	pickupAt: moment({
		label: 'Pick-Up At',
		placeholder: '2030-05-21T10:00:00+02:00',
		help: 'Start of a slot within working hours; the first free one where this is left out. A time without an offset is Paris time.',
		common: true,
	}).optional(),
	contactName: text({
		label: 'Contact Name',
		placeholder: 'Ada Moreau',
		help: 'Who meets the courier.',
		common: true,
	}).optional(),
	contactPhone: phone({
		label: 'Contact Phone',
		country: 'FR',
		countryFrom: ['address', 'country'],
		placeholder: '+33612345678',
		help: 'A mobile number.',
		common: true,
	}).optional(),
};

const inputSchema = z.object({ volumeCategory: volume(), ...optionalFields, address: addressGroup().optional() });
type CollectFields = Partial<z.output<typeof inputSchema>>;

const bodyOf = ({ volumeCategory, pickupAt, contactName, contactPhone, address }: CollectFields) => ({
	volumeCategory,
	pickupAt: toUtc(pickupAt),
	contactName,
	contactPhone,
	address: address && addressBody(address),
});

const collectReading = cubynItem(collectResponse, toCollect);
const tooLate = failsWith('too_late');
const alreadyConfirmed = errorResponse(403, 'Collect is CONFIRMED and cannot be changed any more');

/** CU7: only one courier comes at a time, so the pick-up time identifies a collect. */
const identityOf = ({ pickupAt }: CollectFields) => toUtc(pickupAt) ?? 'first free slot';

const deleteCollect = action({
	resource: 'collect',
	verb: 'delete',
	title: 'Delete Collect',
	description: 'Calls a courier off, as long as the collect is not confirmed. Only for legacy accounts.',
	covers: ['CU10'],
	effect: 'repeatable',
	irreversible: true,
	input: z.object({ id: collectNumber() }),
	output: deletedItem,
	request: ({ id }) => ({ method: 'DELETE', path: `/v2/collects/${id}` }),
	readings: { ...deleteReadings('collect'), 403: tooLate },
	samples: [
		{
			title: 'By number',
			input: { id: 634207757 },
			request: { method: 'DELETE', path: '/v2/collects/634207757' },
			response: { status: 200, body: {} },
		},
	],
	antiSamples: [{ reason: 'No number', input: {}, mentions: ['Collect'] }],
	responses: [
		{ title: 'Confirmed already', input: { id: 634207757 }, response: alreadyConfirmed, expected: 'too_late' },
	],
});

const createCollect = action({
	resource: 'collect',
	verb: 'create',
	title: 'Create Collect',
	description: 'Books a courier who fetches every waiting parcel at your shop. Only for legacy accounts.',
	covers: ['CU7'],
	effect: 'booking',
	input: inputSchema,
	output: cubynCollect,
	check: ({ address }) => checkAddress(address),
	request: (input) => ({ method: 'POST', path: '/v2/collects', body: bodyOf(input) }),
	readings: { 200: collectReading },
	booking: {
		foundBy: 'identity',
		identity: identityOf,
		action: listCollects,
		input: () => ({}),
		// Without a time, a courier who is still unconfirmed counts as the requested one.
		isCandidate: ({ pickupAt, carrierStatus, postalCode }, _reference, { pickupAt: requested, address }) => {
			if (address && postalCode !== address.zip) return false;
			return requested === undefined ? carrierStatus === 'CREATED' : Date.parse(String(pickupAt)) === millis(requested);
		},
		cancel: { action: deleteCollect, input: (collect) => ({ id: collect.id }) },
		compare: ({ volumeCategory }, found) => [
			{ label: 'Volume', requested: volumeCategory, found: String(found.volumeCategory) },
		],
	},
	samples: [
		{
			title: 'At an address and a time (documented)',
			input: {
				address: { line1: '27 rue du Chemin Vert', zip: '75011', city: 'Paris', country: 'France' },
				pickupAt: '2015-08-19T08:00:00.000Z',
				volumeCategory: 'STANDARD',
			},
			request: {
				method: 'POST',
				path: '/v2/collects',
				body: {
					address: { line1: '27 rue du Chemin Vert', zip: '75011', city: 'Paris', country: 'France' },
					pickupAt: '2015-08-19T08:00:00.000Z',
					volumeCategory: 'STANDARD',
				},
			},
			otherResponses: { 'GET /v2/collects': { status: 200, body: [] } },
			response: { status: 200, body: documentedCollect },
		},
		{
			title: 'At the first free slot',
			input: { volumeCategory: 'SMALL', contactName: 'Ada Moreau', contactPhone: '06 12 34 56 78' },
			request: {
				method: 'POST',
				path: '/v2/collects',
				body: { volumeCategory: 'SMALL', contactName: 'Ada Moreau', contactPhone: '+33612345678' },
			},
			otherResponses: { 'GET /v2/collects': { status: 200, body: [] } },
			response: { status: 200, body: { ...documentedCollect, volumeCategory: 'SMALL' } },
		},
	],
	antiSamples: [
		{ reason: 'Empty input', input: {}, mentions: ['Volume'] },
		{
			reason: 'Half an address',
			input: { volumeCategory: 'SMALL', address: { line1: '27 rue du Chemin Vert' } },
			mentions: ['Address Postal Code', 'Address City'],
		},
		{
			reason: 'Not a phone number',
			input: { volumeCategory: 'SMALL', contactPhone: 'at the door' },
			mentions: ['Contact Phone'],
		},
	],
	responses: [
		{
			title: 'Outside working hours',
			input: { volumeCategory: 'SMALL', pickupAt: '2030-05-21T03:00:00+02:00' },
			otherResponses: { 'GET /v2/collects': { status: 200, body: [] } },
			response: fieldErrorResponse('pickupAt', 'Validation isWorkingHour failed'),
			expected: 'refused',
		},
	],
});

const updateCollect = action({
	resource: 'collect',
	verb: 'update',
	title: 'Update Collect',
	description: 'Changes a collect that is not confirmed yet. Only for legacy accounts.',
	covers: ['CU9'],
	effect: 'repeatable',
	input: z.object({
		id: collectNumber(),
		volumeCategory: volume().optional(),
		...optionalFields,
		address: addressChanges().optional(),
	}),
	output: cubynCollect,
	check: (changes) => {
		const isEmpty = Object.entries(changes).every(([key, value]) => key === 'id' || value === undefined);
		return isEmpty
			? [{ path: ['volumeCategory'], message: 'or another field must be given: there is nothing to change' }]
			: checkChanges(changes.address);
	},
	needs: {
		current: { action: getCollect, input: ({ id, address }) => (needsCurrentAddress(address) ? { id } : undefined) },
	},
	request: ({ id, address: newAddress, ...changes }, { needed }) => {
		const address = newAddress && mergeAddress(newAddress, needed.current?.[0]);
		if (address && 'problems' in address) return address;
		return { method: 'PUT', path: `/v2/collects/${id}`, body: bodyOf({ ...changes, address }) };
	},
	readings: { 200: collectReading, 403: tooLate },
	samples: [
		{
			title: 'Another volume',
			input: { id: 634207757, volumeCategory: 'LARGE' },
			request: { method: 'PUT', path: '/v2/collects/634207757', body: { volumeCategory: 'LARGE' } },
			response: { status: 200, body: { ...documentedCollect, volumeCategory: 'LARGE' } },
		},
		{
			title: 'Another postal code, and nothing else of the address',
			input: { id: 634207757, address: { zip: '75012' } },
			request: {
				method: 'PUT',
				path: '/v2/collects/634207757',
				body: {
					address: {
						line1: '27 rue du Chemin Vert',
						line2: '2nd floor',
						zip: '75012',
						city: 'Paris',
						country: 'France',
					},
				},
			},
			otherResponses: { 'GET /v2/collects/634207757': { status: 200, body: documentedCollect } },
			response: {
				status: 200,
				body: { ...documentedCollect, address: { ...documentedCollect.address, zip: '75012' } },
			},
		},
	],
	antiSamples: [
		{ reason: 'Nothing to change', input: { id: 634207757 }, mentions: ['Volume'] },
		{
			reason: 'A second line without its street',
			input: { id: 634207757, address: { line2: 'Bâtiment B' } },
			mentions: ['Address Street'],
		},
	],
	responses: [
		{
			title: 'Confirmed already',
			input: { id: 634207757, volumeCategory: 'LARGE' },
			response: alreadyConfirmed,
			expected: 'too_late',
		},
	],
});

export const collectActions: readonly Action[] = [
	createCollect,
	deleteCollect,
	getCollect,
	listCollects,
	listTimeSlots,
	updateCollect,
];
