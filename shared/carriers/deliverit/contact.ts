import type { Problem } from '../../declare/failure';
import { decimal, phone, text } from '../../declare/field';
import { nationalDigits } from '../../delivery/phone';

export const telephoneField = () =>
	phone({ label: 'Phone', country: 'DK', placeholder: '+4512345678', help: 'A Danish number; DeliverIt takes no other.', common: true });

export const zipField = () => text({ label: 'Postal Code', placeholder: '5000', help: 'Four digits.', common: true });

export const streetField = () =>
	text({
		label: 'Street',
		placeholder: 'Hovedgaden 1',
		help: 'Street and house number only; floor and door belong under Remarks.',
		common: true,
	});

const WHERE = "Where the customer is, in decimal degrees: take it from the order (Shopify's shipping address has it) or from a geocoder.";

export const latitudeField = () => decimal({ label: 'Latitude', placeholder: '55.3957969', help: WHERE, common: true }, { min: -90, max: 90 });
export const longitudeField = () => decimal({ label: 'Longitude', placeholder: '10.3912053', help: WHERE, common: true }, { min: -180, max: 180 });

/** Eight digits on the wire, without a prefix (DI2, DI7). The number must have passed `checkContact`. */
export const eightDigits = (e164: string): string => nationalDigits(e164, 'DK') ?? '';

export function checkContact(given: { telephone?: string; zip?: string }): Problem[] {
	const problems: Problem[] = [];
	if (given.telephone !== undefined && !/^\d{8}$/.test(eightDigits(given.telephone))) {
		problems.push({ path: ['telephone'], message: `must be a Danish number of eight digits, not "${given.telephone}"` });
	}
	if (given.zip !== undefined && !/^\d{4}$/.test(given.zip)) {
		problems.push({ path: ['zip'], message: `must be four digits, such as 5000, not "${given.zip}"` });
	}
	return problems;
}
