/** The one edge where keys are taken at their word: Object.fromEntries forgets them. */
export async function mapRecord<Name extends string, From, To>(
	record: Record<Name, From>,
	each: (name: Name) => Promise<To>,
): Promise<Record<Name, To>> {
	const names = Object.keys(record) as Name[];
	const entries: [Name, To][] = [];
	// One after the other, so that fixed ports are handed out in the order of the carriers.
	for (const name of names) entries.push([name, await each(name)]);
	return Object.fromEntries(entries) as Record<Name, To>;
}
