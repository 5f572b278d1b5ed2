import type { INodeProperties } from 'n8n-workflow';

import { fieldsOf } from '../../nodes/adapter/fields';
import { readForm } from '../../nodes/adapter/read-form';
import { toJson } from '../../nodes/adapter/to-json';
import type { Action } from '../../shared/declare/action';
import type { Carrier } from '../../shared/declare/carrier';
import { carriers } from '../../shared/registry';
import { referenceOf } from '../../shared/run/booking-settings';
import { readInput } from '../../shared/run/read-input';
import { accessOf } from '../core/samples';

const bookings = carriers.flatMap((carrier) =>
	carrier.actions
		.filter(({ effect }) => effect === 'booking')
		.map((action) => ({ name: `${carrier.id} ${action.id}`, carrier, action })),
);

/** What a step sends that somebody has placed and not filled in; the run gives it a reference. */
function untouched(carrier: Carrier, action: Action) {
	const defaults = new Map(fieldsOf(carrier, action).map(({ name, default: value }: INodeProperties) => [name, value]));
	const values = readForm(carrier, action, (name) => toJson(defaults.get(name)));
	const reference = referenceOf(action);
	return reference === undefined ? values : { ...values, [reference]: 'n8n-0123456789abcdef' };
}

test.each(bookings)('$name: an untouched form books nothing and says what is missing', ({ carrier, action }) => {
	const facts = { now: Date.parse('2030-01-01T09:00:00Z'), access: accessOf(carrier) };
	const { read } = readInput(action, untouched(carrier, action), facts);
	expect(read.ok ? 'it would book' : read.failure.message).toMatch(/needs? attention/);
});
