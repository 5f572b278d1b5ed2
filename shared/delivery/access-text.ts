import type { AccessDetail, DeliveryRequest } from './request';

const LABELS: Readonly<Record<AccessDetail['kind'], string>> = {
	door_code: 'Code',
	phone_code: 'Phone code',
	intercom: 'Intercom',
	building: 'Building',
	floor: 'Floor',
	apartment: 'Apartment',
};

const isInside = (text: string, list: readonly string[]) =>
	list.some((each) => each.toLowerCase().includes(text.toLowerCase()));

/** What the person at the door has to know: further address lines, codes and the customer's note, each once. */
export function accessText(
	{ place, access, note, contact }: DeliveryRequest,
	{
		lines = 1,
		separator = '. ',
		withCompany = false,
	}: { lines?: number; separator?: string; withCompany?: boolean } = {},
): string | undefined {
	const company = withCompany && contact.company !== null && contact.company !== contact.name ? [contact.company] : [];
	const written = [...company, ...place.lines.slice(lines), ...(note === null ? [] : [note])];
	const codes = access
		.filter(({ text }) => !isInside(text, written))
		.map(({ kind, text }) => `${LABELS[kind]} ${text}`);
	const parts = [...company, ...place.lines.slice(lines), ...codes, ...(note === null ? [] : [note])]
		.map((part) => part.replace(/[.\s]+$/, ''))
		.filter((part) => part !== '');
	return parts.length === 0 ? undefined : parts.join(separator);
}
