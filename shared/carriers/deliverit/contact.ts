import type { Problem } from '../../declare/failure';
import { decimal, phone, postalCode, text, type FieldUi } from '../../declare/field';
import { nationalDigits } from '../../delivery/phone';

export const telephoneField = (more: Pick<FieldUi, 'extensionTo'> = {}) =>
	phone({
		label: 'Phone',
		country: 'DK',
		placeholder: '+4512345678',
		help: 'A Danish number. DeliverIt takes no other.',
		common: true,
		...more,
	});

export const zipField = () =>
	postalCode({ label: 'Postal Code', country: 'DK', placeholder: '5000', help: 'Four digits.', common: true });

export const streetField = () =>
	text({
		label: 'Street',
		placeholder: 'Hovedgaden 1',
		help: 'Street and house number only. Floor and door belong under Remarks.',
		common: true,
	});

const COORDINATE_HELP =
	"Where the customer is, in decimal degrees: take it from the order (Shopify's shipping address has it) or from a geocoder.";

export const latitudeField = () =>
	decimal({ label: 'Latitude', placeholder: '55.3957969', help: COORDINATE_HELP, common: true }, { min: -90, max: 90 });
export const longitudeField = () =>
	decimal(
		{ label: 'Longitude', placeholder: '10.3912053', help: COORDINATE_HELP, common: true },
		{ min: -180, max: 180 },
	);

/** Eight digits on the wire, without a prefix (DI2, DI7). The number must have passed `checkContact`. */
export const eightDigits = (e164: string): string => nationalDigits(e164, 'DK') ?? '';

export function checkContact(draft: { telephone?: string; zip?: string }): Problem[] {
	const problems: Problem[] = [];
	if (draft.telephone !== undefined && !/^\d{8}$/.test(eightDigits(draft.telephone))) {
		problems.push({
			path: ['telephone'],
			message: `must be a Danish number of eight digits, not "${draft.telephone}"`,
		});
	}
	if (draft.zip !== undefined && !/^\d{4}$/.test(draft.zip)) {
		problems.push({ path: ['zip'], message: `must be four digits, such as 5000, not "${draft.zip}"` });
	}
	return problems;
}
