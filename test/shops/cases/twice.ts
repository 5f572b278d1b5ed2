import type { JsonObject } from '../../../shared/json';
import type { CaseStep, ShopCase } from './case';
import { iconic, noraBilling, nora, shipsTo, wooOrder } from './orders';

const karim: JsonObject = {
	billing: { ...noraBilling, first_name: 'Karim', last_name: 'Doux', phone: '07 00 00 00 00' },
	shipping: {
		...nora,
		first_name: 'Karim',
		last_name: 'Doux',
		address_1: '99 avenue de Clichy',
		postcode: '75017',
		phone: '',
	},
};

const twice = (title: string, first: JsonObject, ...then: readonly CaseStep[]): ShopCase => ({
	title,
	shop: 'woocommerce',
	carrier: 'cyke',
	steps: [{ order: first, wanted: { booked: {} } }, ...then],
});

/** Kinds 04, 05 and 08: a reference that is booked already. */
export const twiceCases: readonly ShopCase[] = [
	twice('04 two shops, one number', wooOrder(1042), {
		order: wooOrder(1042, karim),
		wanted: { different: ['99 avenue de Clichy', 'Karim Doux'] },
	}),
	twice('04 variant: with a prefix each', wooOrder(4091), {
		order: wooOrder(4091, karim),
		input: { reference_prefix: 'LYON' },
		wanted: { booked: { reference: 'LYON-4091' } },
	}),
	twice('04 variant: the same customer, another slot', wooOrder(4092), {
		order: wooOrder(4092, { meta_data: iconic('10:00 - 12:00', '20261126') }),
		wanted: { different: ['2026-11-26T10:00'] },
	}),
	twice('04 variant: the same order from a second webhook', wooOrder(4093), {
		order: wooOrder(4093, { date_modified: '2026-11-24T10:00:01' }),
		wanted: { found: {} },
	}),

	twice(
		'05 address and slot corrected',
		wooOrder(501),
		{ order: wooOrder(501, shipsTo({ address_1: '30 rue Oberkampf' })), wanted: { different: ['30 rue Oberkampf'] } },
		{
			order: wooOrder(501, { meta_data: iconic('10:00 - 12:00', '20261126') }),
			wanted: { different: ['2026-11-26T10:00'] },
		},
	),
	twice('05 variant: another phone', wooOrder(591), {
		order: wooOrder(591, { billing: { ...noraBilling, phone: '06 99 88 77 66' } }),
		wanted: { different: ['99887766'] },
	}),
	twice('05 variant: another town', wooOrder(592), {
		order: wooOrder(592, shipsTo({ city: 'Montreuil', postcode: '93100' })),
		wanted: { different: ['93100'] },
	}),
	twice('05 variant: another spelling of the same values', wooOrder(593), {
		order: wooOrder(593, {
			billing: { ...noraBilling, phone: '+33 6 11 22 33 44' },
			meta_data: iconic('2:00 PM - 4:00 PM'),
		}),
		wanted: { found: {} },
	}),

	twice('08 cancelled after the booking', wooOrder(801), {
		order: wooOrder(801, { status: 'cancelled' }),
		wanted: { leftOut: 'cancelled' },
	}),
	twice('08 variant: refunded', wooOrder(891), {
		order: wooOrder(891, { status: 'refunded' }),
		wanted: { leftOut: 'refunded' },
	}),
	twice('08 variant: completed', wooOrder(892), {
		order: wooOrder(892, { status: 'completed' }),
		wanted: { leftOut: 'done' },
	}),
	twice('08 variant: in the bin', wooOrder(893), {
		order: wooOrder(893, { status: 'trash' }),
		wanted: { leftOut: 'cancelled' },
	}),
];
