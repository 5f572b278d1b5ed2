import type { Refusal } from '../../declare/action';
import type { Facts } from '../../declare/facts';
import type { Problem } from '../../declare/failure';
import { ownPath } from '../../run/address';
import { companyOf } from './actions/account';

/** A kind of link that DeliverIt returns, with the groups `verb`, `company` and `number`. */
export interface LinkKind {
	pattern: RegExp;
	/** What such a link looks like, for people. */
	looks: string;
}

/** DI2, DI3, DI6 */
export const tripLink: LinkKind = {
	pattern: /\/api\/v1\/orderdriver\/(?<verb>accept|deny|cancel)\/(?<company>\w+)\/(?<number>\w+)\/?$/,
	looks: '…/orderdriver/{verb}/…',
};

/** DI7, DI8 */
export const infoLink: LinkKind = {
	pattern: /\/api\/v1\/orderinfo\/(?<company>\w+)\/(?<number>\w+)\/(?<verb>update|cancel)\/?$/,
	looks: '…/orderinfo/…/{verb}',
};

const pathOf = (link: string) => link.trim().replace(/[?#].*$/, '');

/** The random word that names the order: it stands in no other place of DeliverIt's answers. */
export const numberInLink = (kind: LinkKind, link: string | null | undefined): string | undefined => kind.pattern.exec(pathOf(link ?? ''))?.groups?.number;

/** DI2 returns http links; whoever follows them with a password should not. */
export const secured = (link: string | null | undefined): string | null => link?.replace(/^http:\/\/(?=(?:dev\.)?butik\.deliverit\.dk\/)/, 'https://') ?? null;

/** An order is named by a link that DeliverIt returned, or by the word in it. */
export interface Named {
	link: string | undefined;
	number: string | undefined;
}

/** Which field holds which, for the messages. */
export interface NamedBy {
	kind: LinkKind;
	linkField: string;
	numberField: string;
	linkLabel: string;
	/** Verbs of links that will do. */
	verbs: readonly string[];
}

export function checkNamed({ link, number }: Named, by: NamedBy): Problem[] {
	if (link === undefined && number === undefined) return [{ path: [by.numberField], message: `is missing; give it, or the ${by.linkLabel}` }];
	if (link !== undefined && number !== undefined) return [{ path: [by.numberField], message: `must be empty when the ${by.linkLabel} is given` }];
	if (number !== undefined) return /^\w+$/.test(number) ? [] : [{ path: [by.numberField], message: `must be letters and digits alone, not "${number}"` }];
	const verb = by.kind.pattern.exec(pathOf(link ?? ''))?.groups?.verb ?? '';
	return by.verbs.includes(verb) ? [] : [{ path: [by.linkField], message: `must be a link such as ${by.kind.looks.replace('{verb}', by.verbs[0] ?? '')}, as DeliverIt returned it` }];
}

export interface Target {
	company: string;
	number: string;
}

/** Only the words of a link are used, never its host or its scheme: the credentials travel to the connection's own base. */
export function targetOf({ link, number }: Named, by: NamedBy, facts: Facts): Target | Refusal {
	if (link === undefined) return { company: companyOf(facts), number: number ?? '' };
	const path = ownPath(link, facts.access);
	const groups = path.ok ? by.kind.pattern.exec(pathOf(path.value))?.groups : undefined;
	if (!groups) return { code: 'foreign_address', problems: [{ path: [by.linkField], message: 'must lead to DeliverIt itself, as the link that was returned does' }] };
	return { company: groups.company ?? '', number: groups.number ?? '' };
}
