import { z } from 'zod/v4';

import { action, type Action } from '../../../declare/action';
import { integer } from '../../../declare/field';
import { asJsonObject } from '../../../json';
import { outputField, outputItem } from '../../../delivery/delivery';
import { collectResponse, cubynCollect, documentedCollect, toCollect } from './collect';
import { cubynItem, cubynItems } from '../read-response';
import { cubynPages } from '../list-pages';
import { listNotFound } from '../errors';

const PAGE = 500;

export const collectNumber = () =>
	integer(
		{
			label: 'Collect',
			choices: 'collects',
			placeholder: '634207757',
			help: 'Number of the collect, as Cubyn answered it.',
			common: true,
		},
		{ min: 1 },
	);

export const getCollect: Action = action({
	resource: 'collect',
	verb: 'get',
	title: 'Get Collect',
	description: 'Reads one collect, with the parcels that its courier takes. Only for legacy accounts.',
	covers: ['CU8'],
	effect: 'read',
	input: z.object({ id: collectNumber() }),
	output: cubynCollect,
	request: ({ id }) => ({ method: 'GET', path: `/v2/collects/${id}` }),
	readings: { 200: cubynItem(collectResponse, toCollect) },
	samples: [
		{
			title: 'By number',
			input: { id: '634207757' },
			request: { method: 'GET', path: '/v2/collects/634207757' },
			response: {
				status: 200,
				body: { ...documentedCollect, shipper: { id: 293427561 }, parcels: [{ id: 673847167 }] },
			},
		},
	],
	antiSamples: [{ reason: 'No number', input: {}, mentions: ['Collect'] }],
});

export const listCollects: Action = action({
	resource: 'collect',
	verb: 'getAll',
	title: 'Get Many Collects',
	description: 'Lists the collects of the account. Only for legacy accounts.',
	covers: ['CU6'],
	effect: 'read',
	isList: true,
	input: z.object({}),
	output: cubynCollect,
	request: () => ({ method: 'GET', path: '/v2/collects' }),
	readings: { 200: cubynItems(collectResponse, toCollect), ...listNotFound },
	pages: cubynPages(PAGE, { isFixedSize: true, isOpenEnded: true }),
	samples: [
		{
			title: 'Every collect',
			input: {},
			request: { method: 'GET', path: '/v2/collects' },
			response: { status: 200, body: [documentedCollect] },
		},
	],
	antiSamples: [{ reason: 'A field that the step does not have', input: { status: 'CREATED' }, mentions: ['status'] }],
});

const documentedSlot = (date: string, asap: boolean) => ({ asap, date, duration: 120 });

const slotResponse = z.looseObject({
	asap: z.boolean().nullish(),
	date: z.string(),
	duration: z.number().nullish(),
});

export const listTimeSlots: Action = action({
	resource: 'timeSlot',
	verb: 'getAll',
	title: 'Get Many Time Slots',
	description: 'Lists the next slots of two hours in which a courier can come. Only for legacy accounts.',
	covers: ['CU5'],
	effect: 'read',
	isList: true,
	input: z.object({}),
	output: outputItem(() => ({
		id: outputField.id('Slot ID'),
		carrier: outputField.id('Carrier'),
		startsAt: outputField.moment('Starts At'),
		minutes: outputField.number('Duration (Minutes)'),
		soon: outputField.toggle('Is Within Two Hours'),
		carrierData: outputField.carrierData(),
	})),
	request: () => ({ method: 'GET', path: '/v2/timeslots' }),
	readings: {
		200: cubynItems(slotResponse, (slot) => ({
			id: slot.date,
			carrier: 'cubyn',
			startsAt: slot.date,
			minutes: slot.duration ?? null,
			soon: slot.asap ?? null,
			carrierData: asJsonObject(slot),
		})),
		...listNotFound,
	},
	samples: [
		{
			title: 'The next slots (documented)',
			input: {},
			request: { method: 'GET', path: '/v2/timeslots' },
			response: {
				status: 200,
				body: [
					documentedSlot('2015-07-21T07:00:00.563Z', true),
					documentedSlot('2015-07-21T08:00:00.563Z', false),
					documentedSlot('2015-07-21T09:00:00.563Z', false),
					documentedSlot('2015-07-22T07:00:00.563Z', false),
				],
			},
		},
	],
	antiSamples: [{ reason: 'A field that the step does not have', input: { day: '2015-07-21' }, mentions: ['day'] }],
});
