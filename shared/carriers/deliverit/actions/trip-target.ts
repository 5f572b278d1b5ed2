import { z } from 'zod/v4';

import type { Refusal } from '../../../declare/action';
import type { Facts } from '../../../declare/facts';
import { text, url } from '../../../declare/field';
import type { CallRequest } from '../../../declare/wire';
import { checkLinkOrNumber, numberInLink, targetOf, tripLink, type LinkOrNumber, type TargetFields } from '../links';
import { companyNeed } from './account';

/** How an action names its trip: by the link that was returned for it, or by the booking's ID. */
export function tripTarget(verb: 'accept' | 'deny' | 'cancel', linkLabel: string, choices?: string) {
	const targetFields: TargetFields = {
		kind: tripLink,
		linkField: 'url',
		numberField: 'booking',
		linkLabel,
		// The cancel link names the trip as well, and it is the one that is always there.
		verbs: [verb, 'cancel'],
	};
	const input = z.object({
		booking: text({
			label: 'Booking ID',
			choices,
			placeholder: 'F64u3fbxNdaoTyAcOisM',
			help: 'ID of the booking, as Book Driver returned it.',
			common: true,
		}).optional(),
		url: url({
			label: linkLabel,
			placeholder: `https://butik.deliverit.dk/api/v1/orderdriver/${verb}/14/F64u3fbxNdaoTyAcOisM`,
			help: 'The link that Book Driver returned, in place of the ID.',
			common: true,
		}).optional(),
	});
	type Input = z.output<typeof input>;
	const linkOrNumber = (input: Input): LinkOrNumber => ({ link: input.url, number: input.booking });
	return {
		input,
		check: (input: Input) => checkLinkOrNumber(linkOrNumber(input), targetFields),
		needs: { company: companyNeed<Input>((input) => input.url === undefined) },
		number: (input: Input): string => input.booking ?? numberInLink(tripLink, input.url) ?? '',
		request: (input: Input, facts: Facts): CallRequest | Refusal => {
			const target = targetOf(linkOrNumber(input), targetFields, facts);
			return 'problems' in target
				? target
				: { method: 'POST', path: `/api/v1/orderdriver/${verb}/${target.company}/${target.number}` };
		},
	};
}
