const RESOURCES = ['orders', 'customer_list', 'catalog', 'inventory', 'all_customer_lists', 'all_catalogs'];
const PART = /^(location|account)\[([^\]]+)\]$/;
const PROFILE = ['profile', 'profile_with_email'];

/** `customers` means any of the resources that reach customers. */
export type Right = 'orders.read' | 'orders.write' | 'customers.read' | 'customers.write';

export interface Scope {
	level: 'location' | 'account';
	rights: string[];
}

/** Undefined where it is no scope: unknown words, or not exactly one of location and account. */
export function readScope(text: string): Scope | undefined {
	// Commas part rights inside the brackets, and scopes outside of them.
	const parts = text.split(/[ ,]+(?![^[]*\])/).filter((part) => !PROFILE.includes(part));
	const match = PART.exec(parts[0] ?? '');
	if (match === null || parts.length !== 1) return undefined;
	const rights = (match[2] ?? '').split(',');
	const areKnown = rights.every((right) => {
		const [resource = '', verb = '', ...more] = right.split('.');
		return RESOURCES.includes(resource) && (verb === 'read' || verb === 'write') && more.length === 0;
	});
	return areKnown ? { level: match[1] === 'account' ? 'account' : 'location', rights } : undefined;
}

/** The right to write includes the right to read. */
export function allows(scope: string, right: Right): boolean {
	const [resource, verb] = right.split('.');
	const resources = resource === 'customers' ? ['customer_list', 'all_customer_lists'] : [resource];
	const verbs = verb === 'read' ? ['read', 'write'] : ['write'];
	const rights = readScope(scope)?.rights ?? [];
	return resources.some((name) => verbs.some((each) => rights.includes(`${name}.${each}`)));
}

export function coversResource(scope: string, resource: string): boolean {
	return (readScope(scope)?.rights ?? []).some((right) => right.startsWith(`${resource}.`));
}
