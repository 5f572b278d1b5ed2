import type { IDataObject } from 'n8n-workflow';

import { carriers } from '../../../../shared/registry';
import type { Note } from '../canvas';
import { offerSentence } from '../offers';

/** Who may carry HubRise's orders: all but HubRise itself. */
export const couriers = carriers.filter(({ id, shopOrder }) => shopOrder !== undefined && id !== 'hubrise');

export const notes: readonly Note[] = [
	{
		text: [
			'## HubRise orders go out by courier',
			'**To set up**',
			`1. Open *Settings*: the carrier (${couriers.map(({ id }) => id).join(', ')}), how long the kitchen needs, a usual package, and who gets mails. A connection of a whole account also needs the location; make one workflow for each.`,
			"2. Choose your HubRise credential in *Order changed* and in every step of HubRise's. Let it be a connection of its own: HubRise sends an app no events about what the app did itself.",
			"3. Choose your carrier's credential in *Check the order*, *Book courier*, *Cancel courier*, *Compare with bookings*, *Look at the booking*, *Whose order* and *Prepare update*, and in its trigger. Switch that trigger on and the others off.",
			'4. Choose a mail credential in *Mail the restaurant*, *Report by mail*, *HubRise not updated* and *The courier still comes*.',
			'',
			'Press Execute on *Order changed* to see it work with the sample order that is pinned there. Publish the workflow when it does what you want.',
		].join('\n'),
		at: [0, -4.6],
		size: [700, 640],
		color: 4,
	},
	{
		text: `## A price first, if you like\nWith offerFirst on yes, the restaurant gets an offer and the courier is booked once it is accepted. ${offerSentence(couriers)} HubRise has no event for an accepted offer: it is looked at every two minutes, and with each look of the clock.\n\nAn offer that nobody accepts books nobody.`,
		at: [3, -4.6],
		size: [620, 260],
	},
	{
		text: '## Booked once\n*Book courier* takes orders that the restaurant has accepted. It leaves out what is collected, eaten in, or carried by a rider of somebody else. The order number is the reference: an order that comes again finds its booking.\n\nA rejected or cancelled order loses its courier by *Cancel courier*.',
		at: [6, -4.6],
		size: [560, 260],
	},
	{
		text: '## HubRise is updated once, and never backwards\n*The order now* reads the order before each update. *Prepare update* has the delivery, the order status and the note that are still missing. A closed order keeps its status, and what you wrote in the seller notes stays.\n\nWhat could not be delivered closes the order as delivery failed, with the reason in its notes and a mail.',
		at: [10, -4.6],
		size: [560, 280],
	},
	{
		text: '## Nothing gets lost\n*Every quarter of an hour* compares the orders of the last day with the bookings. It books what is missing, cancels what was called off, and brings in what a trigger missed: after a failure of n8n, of HubRise or of the carrier.\n\nAn update that HubRise could not take waits in *Update again later*, also over a restart of n8n.',
		at: [3, 6],
		size: [620, 240],
	},
];

/** As the trigger emits it. */
export const sample: IDataObject = {
	id: '5dpm9',
	carrier: 'hubrise',
	locationId: '3r4s3-1',
	publicReference: 'A-17',
	orderStatus: 'accepted',
	closed: false,
	serviceType: 'delivery',
	awaitsDelivery: true,
	createdAt: '2030-05-21T11:40:00+02:00',
	createdBy: 'Online shop',
	expectedAt: '2030-05-21T12:30:00+02:00',
	asap: false,
	confirmedAt: null,
	total: { amount: '24.50', currency: 'EUR', minorUnits: 2450 },
	customer: {
		name: 'Ada Moreau',
		phone: '+33612345678',
		street: '12 rue des Petits Champs',
		postalCode: '75002',
		city: 'Paris',
		country: 'FR',
		latitude: '48.8668',
		longitude: '2.3364',
		instructions: 'Second door on the left',
	},
	items: [
		{
			name: 'Margherita',
			ref: 'PIZ-1',
			quantity: '2',
			priceAmount: 12.25,
			priceCurrency: 'EUR',
			priceMinorUnits: 1225,
		},
	],
	payments: [{ name: 'Card', ref: 'CB', amount: '24.50', currency: 'EUR', minorUnits: 2450 }],
	sellerNotes: null,
	delivery: null,
};
