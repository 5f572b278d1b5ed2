import type { z } from 'zod/v4';

import type { Refusal } from '../../../declare/action';
import type { Facts } from '../../../declare/facts';
import type { Problem } from '../../../declare/failure';
import { text, url } from '../../../declare/field';
import type { JsonObject } from '../../../declare/json';
import type { CallRequest } from '../../../declare/wire';
import { checkNamed, infoLink, numberInLink, targetOf, type Named, type NamedBy } from '../links';
import { companyNeed } from './account';

/** How an action names its customer info: by a link that was returned for it, or by the number in it. */
export const infoTarget = {
	order_number: text({ label: "DeliverIt's Order Number", placeholder: 'q2cJv7WQt0516eh', help: 'The number that Create Customer Info returned; not your own.', common: true }).optional(),
	url: url({
		label: 'Update or Cancel Link',
		placeholder: 'https://butik.deliverit.dk/api/v1/orderinfo/14/q2cJv7WQt0516eh/update',
		help: 'Either link that Create Customer Info returned, in place of the number.',
		common: true,
	}).optional(),
};

export type Target = z.output<z.ZodObject<typeof infoTarget>>;

const by: NamedBy = { kind: infoLink, linkField: 'url', numberField: 'order_number', linkLabel: 'Update or Cancel Link', verbs: ['update', 'cancel'] };

const named = (given: Target): Named => ({ link: given.url, number: given.order_number });

export const checkInfoTarget = (given: Target): Problem[] => checkNamed(named(given), by);
export const infoNumber = (given: Target): string => given.order_number ?? numberInLink(infoLink, given.url) ?? '';

export const infoNeeds = { company: companyNeed<Target>((given) => given.url === undefined) };

export function infoCall(verb: 'update' | 'cancel', given: Target, facts: Facts, body?: JsonObject): CallRequest | Refusal {
	const found = targetOf(named(given), by, facts);
	return 'problems' in found ? found : { method: 'POST', path: `/api/v1/orderinfo/${found.company}/${found.number}/${verb}`, body };
}
