import { z } from 'zod/v4';

import type { Refusal } from '../../../declare/action';
import type { Facts } from '../../../declare/facts';
import { text, url } from '../../../declare/field';
import type { CallRequest } from '../../../declare/wire';
import { checkNamed, numberInLink, targetOf, tripLink, type Named, type NamedBy } from '../links';
import { companyNeed } from './account';

/** How an action names its trip: by the link that was returned for it, or by the booking's ID. */
export function tripTarget(verb: 'accept' | 'deny' | 'cancel', linkLabel: string, choices?: string) {
	const by: NamedBy = {
		kind: tripLink,
		linkField: 'url',
		numberField: 'booking',
		linkLabel,
		// The cancel link names the trip as well, and it is the one that is always there.
		verbs: [verb, 'cancel'],
	};
	const input = z.object({
		booking: text({ label: 'Booking ID', choices, placeholder: 'F64u3fbxNdaoTyAcOisM', help: 'ID of the booking, as Book Driver returned it.', common: true }).optional(),
		url: url({
			label: linkLabel,
			placeholder: `https://butik.deliverit.dk/api/v1/orderdriver/${verb}/14/F64u3fbxNdaoTyAcOisM`,
			help: 'The link that Book Driver returned, in place of the ID.',
			common: true,
		}).optional(),
	});
	type Given = z.output<typeof input>;
	const named = (given: Given): Named => ({ link: given.url, number: given.booking });
	return {
		input,
		check: (given: Given) => checkNamed(named(given), by),
		needs: { company: companyNeed<Given>((given) => given.url === undefined) },
		number: (given: Given): string => given.booking ?? numberInLink(tripLink, given.url) ?? '',
		request: (given: Given, facts: Facts): CallRequest | Refusal => {
			const target = targetOf(named(given), by, facts);
			return 'problems' in target ? target : { method: 'POST', path: `/api/v1/orderdriver/${verb}/${target.company}/${target.number}` };
		},
	};
}
