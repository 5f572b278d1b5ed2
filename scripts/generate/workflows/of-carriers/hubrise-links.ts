import type { Link } from '../canvas';

/** Steps at HubRise that tell it something: what fails is tried again, or a person hears of it. */
const telling = ['The order now', 'Move the delivery', 'Set the order status', 'Write a note'];

/** Errors of what the clock does again by itself. */
const lookedAtAgain = [
	'Orders of the last day',
	'Read the order',
	'Check the order',
	'Offer a price',
	'Look at the offers',
	'Whose order',
	'What HubRise is told',
	'Say that he still comes',
];

export const hubRiseLinks = (carrierTriggers: readonly string[]): Link[] => [
	...['Order changed', 'Every quarter of an hour', ...carrierTriggers].map((name): Link => [name, 'Settings']),
	['Settings', 'What came'],
	['What came', 'Offer first', 0],
	['What came', 'Read the order', 1],
	['What came', 'Whose order', 3],
	['What came', 'Orders of the last day', 4],

	['Orders of the last day', 'Still to deliver'],
	['Still to deliver', 'Compare with bookings'],
	['Compare with bookings', 'What is missing'],
	...['Compare with bookings', 'Look at the booking'].map((name): Link => [name, 'Down', 1]),
	['Down', 'One mail is enough'],
	['One mail is enough', 'Tell the owner'],
	['What is missing', 'Read the order', 0],
	['What is missing', 'Look at the booking', 1],
	['Read the order', 'Offer first'],
	['Look at the booking', 'Whose order'],

	['Offer first', 'Check the order', 0],
	['Offer first', 'Book courier', 1],
	['Check the order', 'Ready to offer'],
	['Ready to offer', 'Offer a price', 0],
	['Ready to offer', 'Book courier', 1],
	['Offer a price', 'Look at the offers'],
	['Look at the offers', 'Is one accepted'],
	['Is one accepted', 'Book courier', 0],
	['Is one accepted', 'Wait for a yes', 1],
	['Wait for a yes', 'Look at the offers'],

	['Book courier', 'Left out or booked'],
	['Book courier', 'News', 1],
	['Left out or booked', 'Is the order over', 0],
	['Left out or booked', 'News', 1],
	['Is the order over', 'Cancel courier'],
	['Cancel courier', 'News'],
	['Cancel courier', 'Why not cancelled', 1],
	['Why not cancelled', 'Not said yet', 1],
	['Why not cancelled', 'Tell the owner', 2],
	['Not said yet', 'Say that he still comes'],
	['Say that he still comes', 'The courier still comes'],

	['Whose order', 'Of this HubRise'],
	['Of this HubRise', 'News'],
	['News', 'The order now'],
	['The order now', 'What HubRise is told'],
	['What HubRise is told', 'Delivery, status or note'],
	['Delivery, status or note', 'Move the delivery', 0],
	['Delivery, status or note', 'Set the order status', 1],
	['Delivery, status or note', 'Write a note', 2],
	['Write a note', 'Tell a person'],
	...telling.map((name): Link => [name, 'Does it pass', 1]),
	['Does it pass', 'Not told to HubRise', 0],
	['Does it pass', 'Tell again later', 1],
	['Does it pass', 'Tell the owner', 1],
	['Tell again later', 'The order now'],
	...lookedAtAgain.map((name): Link => [name, 'Tell the owner', 1]),
];
