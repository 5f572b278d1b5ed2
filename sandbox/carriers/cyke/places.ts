import type { PlaceInput } from './body';
import type { CykeAccount, CykePlace, CykeSettings } from './desk.types';
import { prettyPhone } from './phone';
import { subject } from './sentence';

// Floor, door and codes belong into the instructions: the address must hold number and street alone.
const MORE_THAN_STREET =
	/(^|[\s,;])(étage|etage|floor|apt|apartment|appt|appartement|digicode|code|interphone|bâtiment|batiment|bât)([\s,;.]|$)|\n/iu;

const MANDATORY = ['recipient_name', 'recipient_phone', 'address', 'postal_code', 'city'] as const;

export function checkPlace(
	input: PlaceInput,
	task: 'dropoff' | 'pickup',
	account: CykeAccount,
	settings: CykeSettings,
	errors: string[],
): CykePlace {
	const say = (field: string, what: string) => errors.push(`${subject([task, 'place', field])} ${what}`);
	for (const field of MANDATORY) {
		if (field === 'recipient_phone' && !account.phoneRequired) continue;
		if ((input[field] ?? '').trim() === '') say(field, "can't be blank");
	}
	const { recipient_name = '', address = '', postal_code = '', city = '', ...rest } = input;
	const phone = input.recipient_phone ?? '';
	if (phone.trim() !== '' && prettyPhone(phone) === undefined) say('recipient_phone', 'is invalid');
	if (MORE_THAN_STREET.test(address)) {
		say('address', 'could not be found: give only number and street, the rest goes to address_instructions');
	}
	if (postal_code.trim() !== '' && !settings.servedArea.some((start) => postal_code.startsWith(start))) {
		say('postal_code', 'is not in the area we deliver in');
	}
	const email = input.recipient_email;
	if (email !== undefined && email !== '' && !/^[^@\s]+@[^@\s]+$/.test(email)) say('recipient_email', 'is invalid');
	return { ...rest, recipient_name, address, postal_code, city };
}
