import type { IDataObject } from 'n8n-workflow';

import { setUpNote, type Link, type Note, type ReadyWorkflow, type Step } from './canvas';
import { usual } from './carrier-steps';
import { filterStep } from './conditions';
import { morningSteps, readsAgain } from './morning-booking';
import { everyDayAt, mailStep } from './pieces';
import { proposalLinks, proposalNote, proposalSettings } from './proposals';
import { chain } from './shop-links';
import type { ShopParts } from './shop-parts';
import { errorOf, inRow, named, pinnedAnswers, retried, retries, said, settingsOf, waybillStep } from './shop-steps';
import { updateLinks } from './shop-update';

/** A list may name the parts of an order by number only. */
const readsOf = ({ read, wholeOrder }: ShopParts) => (read.some(({ name }) => name === wholeOrder) ? read : []);

function stepsOf(parts: ShopParts): Step[] {
	const reads = readsOf(parts);
	const from = 4 + parts.list.length + reads.length;
	const steps = [
		...inRow(parts.list.map(retried), [2, 0]),
		waybillStep(
			'Compare with bookings',
			[from - reads.length - 2, 0],
			'reconcile',
			{ order: '={{ $json }}', shop: parts.shop, reference_prefix: parts.prefix, ...parts.reading },
			retries,
		),
		filterStep('Not booked yet', [from - reads.length - 1, 0], 'finding', 'missing'),
		...inRow(reads.map(retried), [from - reads.length, 0]),
		...morningSteps(parts, `={{ $('${parts.wholeOrder}').item.json }}`, from),
		mailStep(
			'Report by mail',
			[4, -1.2],
			`${parts.title}: a step of the morning run failed`,
			`={{ ${errorOf(parts)} }}\n\nWhat is not booked comes again tomorrow morning. To book it today, open the workflow in n8n and press Execute: what is booked already is left out.`,
		),
	];
	const values = {
		carrier: usual,
		shopAddress: 'https://shop.example.com',
		packageWeight: 5,
		packageVolume: 20,
		mailFrom: 'shop@example.com',
		mailTo: 'shop@example.com',
		...proposalSettings,
		...parts.settings,
	};
	return [everyDayAt('Every morning', [0, 0], 7), settingsOf([1, 0], values, steps), ...steps];
}

function linksOf(parts: ShopParts): readonly Link[] {
	const { list } = parts;
	const [reads, again] = [readsOf(parts), readsAgain(parts)];
	return [
		['Every morning', 'Settings'],
		['Settings', list[0]?.name ?? 'Compare with bookings'],
		...chain(list, 'Compare with bookings'),
		['Compare with bookings', 'Not booked yet'],
		['Compare with bookings', 'Report by mail', 1],
		['Not booked yet', reads[0]?.name ?? 'Check the order'],
		...chain(reads, 'Check the order'),
		['Check the order', 'For today'],
		['Check the order', 'Report by mail', 1],
		['For today', 'With its order'],
		['With its order', 'One list'],
		['One list', 'Ask for a yes'],
		['Ask for a yes', 'Said yes'],
		['Said yes', 'The list again'],
		['The list again', 'Each order again'],
		['Each order again', 'Ready to book'],
		['Ready to book', again[0]?.name ?? 'Book couriers'],
		...again.flatMap(({ name, settings }, at): Link[] => [
			[name, again[at + 1]?.name ?? 'Book couriers'],
			...(settings?.onError === undefined ? [] : [[name, 'Book couriers', 1] as const]),
		]),
		['Book couriers', 'Row of the sheet'],
		['Row of the sheet', 'One sheet'],
		['One sheet', 'Send the sheet'],
		...proposalLinks('Book couriers'),
		['Book couriers', 'Prepare update'],
		...updateLinks(parts, ['Prepare update']),
	];
}

function notesOf(parts: ShopParts): Note[] {
	const { title, setUpSettings, setUpUpdate, credentialHelp, rights } = parts;
	const shift = parts.list.length - 1 + readsOf(parts).length;
	const ofShop = [...parts.list, ...readsOf(parts), ...readsAgain(parts)].filter(
		({ settings }) => settings?.credentials,
	);
	return [
		setUpNote([
			`## The ${title} orders of today, with one click`,
			'**To set up**',
			said(
				'1. Open *Settings*: the carrier (cyke, cubyn, deliverit or hubrise), the address of your shop, a usual package, and who gets the mails.',
				setUpSettings,
				setUpUpdate,
			),
			said(
				`2. Choose your ${title} credential in ${named([...ofShop, { name: 'Update the shop' }, { name: 'Ask the shop' }])}.`,
				credentialHelp,
				rights,
			),
			"3. Choose your carrier's credential in *Compare with bookings*, *Check the order* and *Book couriers*.",
			'4. Choose a mail credential in *Ask for a yes*, *Ask about the time*, *Send the sheet* and *Report by mail*.',
			'',
			'Press Execute on *Every morning* to get the mail for the sample order that is pinned on *Orders to deliver*: it has no delivery time, so you see how a problem reads. Publish the workflow when it does what you want.',
		]),
		{
			text: '## A person says yes\n*Ask for a yes* sends one mail with every order of today: what is ready, its price where the carrier tells one before booking, and what has to be corrected first. Nothing is booked without a click on "Book them". After six hours without an answer nothing is booked.',
			at: [8 + shift, -2],
			size: [520, 240],
		},
		{
			text: '## One batch, one sheet\n*Book couriers* books the list, each order once. The orders are read again before: one that was cancelled since the mail is left out, one that was changed goes out as it is now, and one that was booked in the meantime is found. *One sheet* has a row for every order, also for those that the carrier refused.',
			at: [13 + shift, -2],
			size: [520, 260],
		},
		proposalNote([14 + shift, 4]),
	];
}

const SLOT_FIELDS = ['meta_data', 'note_attributes', 'ddw_order_date', 'ddw_order_time'];

/** The sample without its slot: its day would be over, and a problem shows what the mail looks like. */
const undated = ({ sample }: ShopParts): IDataObject =>
	JSON.parse(JSON.stringify(sample, (key, value: unknown) => (SLOT_FIELDS.includes(key) ? undefined : value)));

/** All orders of today, checked, agreed to by a person, and booked in one batch. */
export const morningRun = (parts: ShopParts): ReadyWorkflow => ({
	file: `${parts.shop}-morning-run`,
	name: `${parts.title}: the orders of today, booked after a yes`,
	steps: stepsOf(parts),
	links: linksOf(parts),
	notes: notesOf(parts),
	pinned: pinnedAnswers([...parts.list, ...readsOf(parts)], parts.answers(undated(parts))),
});
