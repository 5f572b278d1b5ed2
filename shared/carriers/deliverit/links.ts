import type { Refusal } from '../../declare/action';
import type { Facts } from '../../declare/facts';
import type { Problem } from '../../declare/failure';
import { carrierPath } from '../../run/url-checks';
import { companyOf } from './actions/account';

/** A kind of link that DeliverIt returns, with the groups `verb`, `company` and `number`. */
export interface LinkKind {
	pattern: RegExp;
	/** An example of such a link, for people. */
	example: string;
}

/** DI2, DI3, DI6 */
export const tripLink: LinkKind = {
	pattern: /\/api\/v1\/orderdriver\/(?<verb>accept|deny|cancel)\/(?<company>\w+)\/(?<number>\w+)\/?$/,
	example: '…/orderdriver/{verb}/…',
};

/** DI7, DI8 */
export const infoLink: LinkKind = {
	pattern: /\/api\/v1\/orderinfo\/(?<company>\w+)\/(?<number>\w+)\/(?<verb>update|cancel)\/?$/,
	example: '…/orderinfo/…/{verb}',
};

const pathOf = (link: string) => link.trim().split(/[?#]/)[0] ?? '';

/** The random word that identifies the order. No other field of DeliverIt's responses contains it. */
export const numberInLink = (kind: LinkKind, link: string | null | undefined): string | undefined =>
	kind.pattern.exec(pathOf(link ?? ''))?.groups?.number;

/** DI2 returns http links. They are changed to https, because the request carries a password. */
export const toHttps = (link: string | null | undefined): string | null =>
	link?.replace(/^http:\/\/(?=(?:dev\.)?butik\.deliverit\.dk\/)/, 'https://') ?? null;

/** An order is named by a link that DeliverIt returned, or by the word in it. */
export interface LinkOrNumber {
	link: string | undefined;
	number: string | undefined;
}

/** Which field holds which, for the messages. */
export interface TargetFields {
	kind: LinkKind;
	linkField: string;
	numberField: string;
	linkLabel: string;
	/** Verbs of links that will do. */
	verbs: readonly string[];
}

export function checkLinkOrNumber({ link, number }: LinkOrNumber, fields: TargetFields): Problem[] {
	if (link === undefined && number === undefined)
		return [{ path: [fields.numberField], message: `is missing; give it, or the ${fields.linkLabel}` }];
	if (link !== undefined && number !== undefined)
		return [{ path: [fields.numberField], message: `must be empty when the ${fields.linkLabel} is given` }];
	if (number !== undefined)
		return /^\w+$/.test(number)
			? []
			: [{ path: [fields.numberField], message: `must be letters and digits alone, not "${number}"` }];
	const verb = fields.kind.pattern.exec(pathOf(link ?? ''))?.groups?.verb ?? '';
	return fields.verbs.includes(verb)
		? []
		: [
				{
					path: [fields.linkField],
					message: `must be a link such as ${fields.kind.example.replace('{verb}', fields.verbs[0] ?? '')}, as DeliverIt returned it`,
				},
			];
}

export interface Target {
	company: string;
	number: string;
}

/** Only the path of a link is used, never its host or scheme: the credentials go to the connection's own base. */
export function targetOf({ link, number }: LinkOrNumber, fields: TargetFields, facts: Facts): Target | Refusal {
	if (link === undefined) return { company: companyOf(facts), number: number ?? '' };
	const path = carrierPath(link, facts.access);
	const groups = path.ok ? fields.kind.pattern.exec(pathOf(path.value))?.groups : undefined;
	if (!groups)
		return {
			code: 'foreign_address',
			problems: [
				{ path: [fields.linkField], message: 'must lead to DeliverIt itself, as the link that was returned does' },
			],
		};
	return { company: groups.company ?? '', number: groups.number ?? '' };
}
