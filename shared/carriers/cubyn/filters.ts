import { choice, toggle } from '../../declare/field';

export const creationSort = (help: string) =>
	choice(
		[
			{ value: 'desc', label: 'Newest First' },
			{ value: 'asc', label: 'Oldest First' },
		],
		{ label: 'Order', help },
	).optional();

export const dateSort = (help: string) =>
	choice(
		[
			{ value: 'asc', label: 'Oldest Date First' },
			{ value: 'desc', label: 'Newest Date First' },
		],
		{ label: 'Order', help },
	).optional();

/** CU36, CU53: what kind of thing a product is. */
export const productFilters = {
	isCase: toggle({ label: 'Is a Case', help: 'Yes for cases alone, no for everything else.' }).optional(),
	isCasePacked: toggle({
		label: 'Is Case-Packed',
		help: 'Yes for what is packed in cases alone, no for everything else.',
	}).optional(),
	isUnknown: toggle({
		label: 'Is Unknown',
		help: 'Yes for products that Cubyn could not recognise alone, no for the others alone.',
	}).optional(),
};

/** Several in one field, with commas between them. */
export const splitIds = (list: string | undefined): string[] | undefined =>
	list?.split(',').flatMap((id) => (id.trim() === '' ? [] : [id.trim()]));
