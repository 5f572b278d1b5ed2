import { z } from 'zod/v4';

import { action, type Action } from '../../../declare/action';
import { integer } from '../../../declare/field';
import { offsetAlone } from '../../../declare/pages';
import { untouched } from '../../../declare/json';
import { gives, givesMany } from '../../../declare/reading';
import { out } from '../../../delivery/delivery';
import { collectAnswer, cubynCollect, documentedCollect, toCollect } from './collect';

const PAGE = 500;

export const collectNumber = () => integer({ label: 'Collect', choices: 'collects', placeholder: '634207757', help: 'Number of the collect, as Cubyn answered it.', common: true }, { min: 1 });

export const getCollect: Action = action({
	resource: 'collect',
	verb: 'get',
	title: 'Get Collect',
	does: 'Reads one collect, with the parcels that its courier takes. Of the older product.',
	covers: ['CU8'],
	effect: 'read',
	input: z.object({ id: collectNumber() }),
	output: cubynCollect,
	request: ({ id }) => ({ method: 'GET', path: `/v2/collects/${id}` }),
	readings: { 200: gives(collectAnswer, toCollect) },
	samples: [
		{
			title: 'By number',
			input: { id: '634207757' },
			request: { method: 'GET', path: '/v2/collects/634207757' },
			answer: { status: 200, body: { ...documentedCollect, shipper: { id: 293427561 }, parcels: [{ id: 673847167 }] } },
		},
	],
	antiSamples: [{ why: 'No number', input: {}, names: ['Collect'] }],
});

export const listCollects: Action = action({
	resource: 'collect',
	verb: 'getAll',
	title: 'Get Many Collects',
	does: 'Lists the collects of the account. Of the older product.',
	covers: ['CU6'],
	effect: 'read',
	many: true,
	input: z.object({}),
	output: cubynCollect,
	request: () => ({ method: 'GET', path: '/v2/collects' }),
	readings: { 200: givesMany(z.array(collectAnswer), (body) => body.map(toCollect)) },
	pages: offsetAlone(PAGE, 'x-total-count'),
	samples: [{ title: 'Every collect', input: {}, request: { method: 'GET', path: '/v2/collects' }, answer: { status: 200, body: [documentedCollect] } }],
	antiSamples: [{ why: 'A field that the step does not have', input: { status: 'CREATED' }, names: ['status'] }],
});

const slot = (date: string, asap: boolean) => ({ asap, date, duration: 120 });

const slotsAnswer = z.array(z.looseObject({ asap: z.boolean().nullish(), date: z.string(), duration: z.number().nullish() }));

export const listTimeSlots: Action = action({
	resource: 'timeSlot',
	verb: 'getAll',
	title: 'Get Many Time Slots',
	does: 'Lists the next slots of two hours in which a courier can come. Of the older product.',
	covers: ['CU5'],
	effect: 'read',
	many: true,
	input: z.object({}),
	output: z.object({
		id: out.id('Slot ID'),
		carrier: out.id('Carrier'),
		startsAt: out.moment('Starts At'),
		minutes: out.number('Duration (in minutes)'),
		soon: out.toggle('Is Within Two Hours'),
		carrierData: out.carrierData(),
	}),
	request: () => ({ method: 'GET', path: '/v2/timeslots' }),
	readings: {
		200: givesMany(slotsAnswer, (body) =>
			body.map((each) => ({ id: each.date, carrier: 'cubyn', startsAt: each.date, minutes: each.duration ?? null, soon: each.asap ?? null, carrierData: untouched(each) })),
		),
	},
	samples: [
		{
			title: 'The next slots (documented)',
			input: {},
			request: { method: 'GET', path: '/v2/timeslots' },
			answer: {
				status: 200,
				body: [slot('2015-07-21T07:00:00.563Z', true), slot('2015-07-21T08:00:00.563Z', false), slot('2015-07-21T09:00:00.563Z', false), slot('2015-07-22T07:00:00.563Z', false)],
			},
		},
	],
	antiSamples: [{ why: 'A field that the step does not have', input: { day: '2015-07-21' }, names: ['day'] }],
});
