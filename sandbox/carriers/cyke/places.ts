import type { PlaceInput } from './body';
import type { CykeAccount, CykePlace, CykeSettings } from './backoffice.types';
import { formatPhone } from './phone';
import { fieldLabel } from './api-error';

// Floor, door and codes belong into the instructions: the address must hold number and street alone.
const EXTRA_ADDRESS_PARTS =
	/(^|[\s,;])(étage|etage|floor|apt|apartment|appt|appartement|digicode|code|interphone|bâtiment|batiment|bât)([\s,;.]|$)|\n/iu;

const MANDATORY = ['recipient_name', 'recipient_phone', 'address', 'postal_code', 'city'] as const;

export function checkPlace(
	input: PlaceInput,
	task: 'dropoff' | 'pickup',
	account: CykeAccount,
	settings: CykeSettings,
	errors: string[],
): CykePlace {
	const addError = (field: string, message: string) => errors.push(`${fieldLabel([task, 'place', field])} ${message}`);
	for (const field of MANDATORY) {
		if (field === 'recipient_phone' && !account.phoneRequired) continue;
		if ((input[field] ?? '').trim() === '') addError(field, "can't be blank");
	}
	const { recipient_name = '', address = '', postal_code = '', city = '', ...rest } = input;
	const phone = input.recipient_phone ?? '';
	if (phone.trim() !== '' && formatPhone(phone) === undefined) addError('recipient_phone', 'is invalid');
	if (EXTRA_ADDRESS_PARTS.test(address)) {
		addError('address', 'could not be found: give only number and street, the rest goes to address_instructions');
	}
	if (postal_code.trim() !== '' && !settings.servedArea.some((start) => postal_code.startsWith(start))) {
		addError('postal_code', 'is not in the area we deliver in');
	}
	const email = input.recipient_email;
	if (email !== undefined && email !== '' && !/^[^@\s]+@[^@\s]+$/.test(email))
		addError('recipient_email', 'is invalid');
	return { ...rest, recipient_name, address, postal_code, city };
}
