import type { z } from 'zod/v4';

import type { Refusal } from '../../../declare/action';
import type { Facts } from '../../../declare/facts';
import type { Problem } from '../../../declare/failure';
import { text, url } from '../../../declare/field';
import type { JsonObject } from '../../../json';
import type { CallRequest } from '../../../declare/wire';
import { checkLinkOrNumber, infoLink, numberInLink, targetOf, type LinkOrNumber, type TargetFields } from '../links';
import { companyNeed } from './account';

/** How an action names its customer info: by a link that was returned for it, or by the number in it. */
export const infoTarget = {
	order_number: text({
		label: "DeliverIt's Order Number",
		placeholder: 'q2cJv7WQt0516eh',
		help: 'The number that Create Customer Info returned; not your own.',
		common: true,
	}).optional(),
	url: url({
		label: 'Update or Cancel Link',
		placeholder: 'https://butik.deliverit.dk/api/v1/orderinfo/14/q2cJv7WQt0516eh/update',
		help: 'Either link that Create Customer Info returned, in place of the number.',
		common: true,
	}).optional(),
};

export type Target = z.output<z.ZodObject<typeof infoTarget>>;

const targetFields: TargetFields = {
	kind: infoLink,
	linkField: 'url',
	numberField: 'order_number',
	linkLabel: 'Update or Cancel Link',
	verbs: ['update', 'cancel'],
};

const linkOrNumber = (input: Target): LinkOrNumber => ({ link: input.url, number: input.order_number });

export const checkInfoTarget = (input: Target): Problem[] => checkLinkOrNumber(linkOrNumber(input), targetFields);
export const infoNumber = (input: Target): string => input.order_number ?? numberInLink(infoLink, input.url) ?? '';

export const infoNeeds = { company: companyNeed<Target>((input) => input.url === undefined) };

export function infoRequest(
	verb: 'update' | 'cancel',
	input: Target,
	facts: Facts,
	body?: JsonObject,
): CallRequest | Refusal {
	const target = targetOf(linkOrNumber(input), targetFields, facts);
	return 'problems' in target
		? target
		: { method: 'POST', path: `/api/v1/orderinfo/${target.company}/${target.number}/${verb}`, body };
}
