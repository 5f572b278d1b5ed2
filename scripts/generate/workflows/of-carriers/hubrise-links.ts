import type { Link } from '../canvas';

/** Steps that read or write at HubRise: what fails is tried again, or a person gets a mail. */
const updating = ['The order now', 'Move the delivery', 'Set the order status', 'Write a note'];

/** Errors of what the clock does again by itself. */
const lookedAtAgain = [
	'Orders of the last day',
	'Read the order',
	'Check the order',
	'Offer a price',
	'Look at the offers',
	'Whose order',
	'Prepare update',
	'Note that he still comes',
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
	['One mail is enough', 'Report by mail'],
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
	['Why not cancelled', 'Not noted yet', 1],
	['Why not cancelled', 'Report by mail', 2],
	['Not noted yet', 'Note that he still comes'],
	['Note that he still comes', 'The courier still comes'],

	['Whose order', 'Of this HubRise'],
	['Of this HubRise', 'News'],
	['News', 'The order now'],
	['The order now', 'Prepare update'],
	['Prepare update', 'Delivery, status or note'],
	['Delivery, status or note', 'Move the delivery', 0],
	['Delivery, status or note', 'Set the order status', 1],
	['Delivery, status or note', 'Write a note', 2],
	['Write a note', 'Mail the restaurant'],
	...updating.map((name): Link => [name, 'Does it pass', 1]),
	['Does it pass', 'HubRise not updated', 0],
	['Does it pass', 'Update again later', 1],
	['Does it pass', 'Report by mail', 1],
	['Update again later', 'The order now'],
	...lookedAtAgain.map((name): Link => [name, 'Report by mail', 1]),
];
