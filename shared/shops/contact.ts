import type { Contact } from '../delivery/request';
import { firstText } from './read-json';

/** One place where a shop keeps a person: shipping, billing, customer. */
export interface Person {
	firstName: string | null;
	lastName: string | null;
	/** The whole name, where the shop has it in one field. */
	name: string | null;
	company: string | null;
}

const joined = ({ firstName, lastName }: Person) =>
	[firstName, lastName].filter((part) => part !== null).join(' ') || null;

const isNamed = (person: Person) => joined(person) !== null || person.name !== null;

/** The first person with a name, else a company. Half a name is enough: some checkouts require the last name only. */
export function contactOf(
	people: readonly Person[],
	phones: readonly (string | null)[],
	emails: readonly (string | null)[],
): Contact {
	const person = people.find(isNamed);
	// Whose address it is decides the company: billing's company is not where a present goes.
	const company = firstText(people[0]?.company ?? null, person?.company ?? null);
	const name = person === undefined ? null : (joined(person) ?? person.name);
	const [phone = null, ...otherPhones] = new Set(phones.filter((one) => one !== null));
	return {
		name: name ?? company ?? people.find((other) => other.company !== null)?.company ?? '',
		firstName: person?.firstName ?? null,
		lastName: person?.lastName ?? null,
		company,
		phone,
		otherPhones,
		email: firstText(...emails),
	};
}
