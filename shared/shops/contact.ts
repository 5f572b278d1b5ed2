import type { Contact } from '../delivery/request';
import { firstText, said } from './read-json';

/** One place where a shop keeps a person: shipping, billing, customer. */
export interface Person {
	firstName: string | null;
	lastName: string | null;
	/** The whole name, where the shop has it in one field. */
	name: string | null;
	company: string | null;
}

const withoutFillers = ({ firstName, lastName, name, company }: Person): Person => ({
	firstName: said(firstName),
	lastName: said(lastName),
	name: said(name),
	company: said(company),
});

/** Once where somebody typed the whole name into both fields. */
const joined = ({ firstName, lastName }: Person) =>
	[...new Set([firstName, lastName])].filter((part) => part !== null).join(' ') || null;

/** "0000000000", "0" and "-" are typed where a checkout insists on a number. */
const isFiller = (phone: string) => /^\D*(?:(\d)(?:\D|\1)*)?$/.test(phone);

const isNamed = (person: Person) => joined(person) !== null || person.name !== null;

/** The first person with a name, else a company. Half a name is enough: some checkouts require the last name only. */
export function contactOf(
	written: readonly Person[],
	phones: readonly (string | null)[],
	emails: readonly (string | null)[],
): Contact {
	const people = written.map(withoutFillers);
	const person = people.find(isNamed);
	// Whose address it is decides the company: billing's company is not where a present goes.
	const company = firstText(people[0]?.company ?? null, person?.company ?? null);
	const name = person === undefined ? null : (joined(person) ?? person.name);
	const given = [...new Set(phones.filter((one) => one !== null))];
	const phone = given.find((one) => !isFiller(one)) ?? given[0] ?? null;
	return {
		name: name ?? company ?? people.find((other) => other.company !== null)?.company ?? '',
		firstName: person?.firstName ?? null,
		lastName: person?.lastName ?? null,
		company,
		phone,
		otherPhones: given.filter((one) => one !== phone),
		email: firstText(...emails),
	};
}
