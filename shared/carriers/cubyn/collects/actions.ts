import { z } from 'zod/v4';

import { action, type Action } from '../../../declare/action';
import { choice, moment, phone, text } from '../../../declare/field';
import { gives } from '../../../declare/reading';
import { millis } from '../../../delivery/time';
import { changedAddress, checkChanges, needsStanding } from './changed-address';
import { collectAnswer, cubynCollect, documentedCollect, toCollect } from './collect';
import { deletedItem, deletes } from '../deleted';
import { addressBody, addressChanges, addressGroup, checkAddress } from '../parcels/address';
import { refusedAs } from '../refusals';
import { utc } from '../utc';
import { collectNumber, getCollect, listCollects, listTimeSlots } from './reads';
import { finds, says } from '../says';

const volume = () =>
	choice(
		[
			{ value: 'SMALL', label: 'Small' },
			{ value: 'STANDARD', label: 'Standard' },
			{ value: 'LARGE', label: 'Large' },
		],
		{ label: 'Volume', help: 'How much room all of it takes.', common: true },
	);

const details = {
	pickupAt: moment({
		label: 'Pick-Up At',
		placeholder: '2030-05-21T10:00:00+02:00',
		help: 'Start of a slot within working hours; the first free one where this is left out. A time without an offset is Paris time.',
		common: true,
	}).optional(),
	contactName: text({ label: 'Contact Name', placeholder: 'Ada Moreau', help: 'Who meets the courier.', common: true }).optional(),
	contactPhone: phone({ label: 'Contact Phone', country: 'FR', countryFrom: ['address', 'country'], placeholder: '+33612345678', help: 'A mobile number.', common: true }).optional(),
};

const input = z.object({ volumeCategory: volume(), ...details, address: addressGroup().optional() });
type Details = Partial<z.output<typeof input>>;

const bodyOf = ({ volumeCategory, pickupAt, contactName, contactPhone, address }: Details) => ({
	volumeCategory,
	pickupAt: utc(pickupAt),
	contactName,
	contactPhone,
	address: address && addressBody(address),
});

const read = gives(collectAnswer, toCollect);
const tooLate = refusedAs('too_late');
const confirmed = says(403, 'Collect is CONFIRMED and cannot be changed any more');

/** A courier comes once at a time, or is on the way already: nothing else names a collect (CU7). */
const identity = ({ pickupAt }: Details) => utc(pickupAt) ?? 'first free slot';

const deleteCollect = action({
	resource: 'collect',
	verb: 'delete',
	title: 'Delete Collect',
	does: 'Calls a courier off, as long as the collect is not confirmed. Of the older product.',
	covers: ['CU10'],
	effect: 'repeatable',
	irreversible: true,
	input: z.object({ id: collectNumber() }),
	output: deletedItem,
	request: ({ id }) => ({ method: 'DELETE', path: `/v2/collects/${id}` }),
	readings: { ...deletes('collect'), 403: tooLate },
	samples: [{ title: 'By number', input: { id: 634207757 }, request: { method: 'DELETE', path: '/v2/collects/634207757' }, answer: { status: 200, body: {} } }],
	antiSamples: [{ why: 'No number', input: {}, names: ['Collect'] }],
	answers: [{ title: 'Confirmed already', input: { id: 634207757 }, answer: confirmed, comesTo: 'too_late' }],
});

const createCollect = action({
	resource: 'collect',
	verb: 'create',
	title: 'Create Collect',
	does: 'Books a courier who fetches every waiting parcel at your shop. Of the older product.',
	covers: ['CU7'],
	effect: 'booking',
	input,
	output: cubynCollect,
	check: ({ address }) => checkAddress(address),
	request: (given) => ({ method: 'POST', path: '/v2/collects', body: bodyOf(given) }),
	readings: { 200: read, 201: read },
	find: {
		identity,
		action: listCollects,
		input: () => ({}),
		// Without a time, a courier who is still to be confirmed is the one asked for.
		matches: ({ pickupAt, carrierStatus, postalCode }, _reference, { pickupAt: asked, address }) => {
			if (address && postalCode !== address.zip) return false;
			return asked === undefined ? carrierStatus === 'CREATED' : Date.parse(String(pickupAt)) === millis(asked);
		},
		undo: { action: deleteCollect, input: (collect) => ({ id: collect.id }) },
		compare: ({ volumeCategory }, found) => [{ label: 'Volume', asked: volumeCategory, found: String(found.volumeCategory) }],
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
			reads: { 'GET /v2/collects': { status: 200, body: [] } },
			answer: { status: 200, body: documentedCollect },
		},
		{
			title: 'At the first free slot',
			input: { volumeCategory: 'SMALL', contactName: 'Ada Moreau', contactPhone: '06 12 34 56 78' },
			request: { method: 'POST', path: '/v2/collects', body: { volumeCategory: 'SMALL', contactName: 'Ada Moreau', contactPhone: '+33612345678' } },
			reads: { 'GET /v2/collects': { status: 200, body: [] } },
			answer: { status: 200, body: { ...documentedCollect, volumeCategory: 'SMALL' } },
		},
	],
	antiSamples: [
		{ why: 'Nothing said', input: {}, names: ['Volume'] },
		{ why: 'Half an address', input: { volumeCategory: 'SMALL', address: { line1: '27 rue du Chemin Vert' } }, names: ['Address Postal Code', 'Address City'] },
		{ why: 'A phone that is none', input: { volumeCategory: 'SMALL', contactPhone: 'at the door' }, names: ['Contact Phone'] },
	],
	answers: [
		{
			title: 'Outside working hours',
			input: { volumeCategory: 'SMALL', pickupAt: '2030-05-21T03:00:00+02:00' },
			reads: { 'GET /v2/collects': { status: 200, body: [] } },
			answer: finds('pickupAt', 'Validation isWorkingHour failed'),
			comesTo: 'refused',
		},
	],
});

const updateCollect = action({
	resource: 'collect',
	verb: 'update',
	title: 'Update Collect',
	does: 'Changes a collect that is not confirmed yet. Of the older product.',
	covers: ['CU9'],
	effect: 'repeatable',
	input: z.object({ id: collectNumber(), volumeCategory: volume().optional(), ...details, address: addressChanges().optional() }),
	output: cubynCollect,
	check: (changes) => {
		const isEmpty = Object.entries(changes).every(([key, value]) => key === 'id' || value === undefined);
		return isEmpty ? [{ path: ['volumeCategory'], message: 'or another field must be given: there is nothing to change' }] : checkChanges(changes.address);
	},
	needs: { standing: { action: getCollect, input: ({ id, address }) => (needsStanding(address) ? { id } : undefined) } },
	request: ({ id, address: given, ...changes }, { needed }) => {
		const address = given && changedAddress(given, needed.standing?.[0]);
		if (address && 'problems' in address) return address;
		return { method: 'PUT', path: `/v2/collects/${id}`, body: bodyOf({ ...changes, address }) };
	},
	readings: { 200: read, 403: tooLate },
	samples: [
		{
			title: 'Another volume',
			input: { id: 634207757, volumeCategory: 'LARGE' },
			request: { method: 'PUT', path: '/v2/collects/634207757', body: { volumeCategory: 'LARGE' } },
			answer: { status: 200, body: { ...documentedCollect, volumeCategory: 'LARGE' } },
		},
		{
			title: 'Another postal code, and nothing else of the address',
			input: { id: 634207757, address: { zip: '75012' } },
			request: {
				method: 'PUT',
				path: '/v2/collects/634207757',
				body: { address: { line1: '27 rue du Chemin Vert', line2: '2nd floor', zip: '75012', city: 'Paris', country: 'France' } },
			},
			reads: { 'GET /v2/collects/634207757': { status: 200, body: documentedCollect } },
			answer: { status: 200, body: { ...documentedCollect, address: { ...documentedCollect.address, zip: '75012' } } },
		},
	],
	antiSamples: [
		{ why: 'Nothing to change', input: { id: 634207757 }, names: ['Volume'] },
		{ why: 'A second line without its street', input: { id: 634207757, address: { line2: 'Bâtiment B' } }, names: ['Address Street'] },
	],
	answers: [{ title: 'Confirmed already', input: { id: 634207757, volumeCategory: 'LARGE' }, answer: confirmed, comesTo: 'too_late' }],
});

export const collectActions: readonly Action[] = [createCollect, deleteCollect, getCollect, listCollects, listTimeSlots, updateCollect];
