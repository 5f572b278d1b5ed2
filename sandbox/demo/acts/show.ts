import type { Teller } from '../tell';

/** What a step gave, in the words a shop would look for. */
export function showDelivery(teller: Teller, item: { [key: string]: unknown }): void {
	const facts = ['id', 'reference', 'status', 'carrierStatus', 'outcome'].flatMap((key) => (item[key] === undefined || item[key] === null ? [] : [`${key} ${String(item[key])}`]));
	teller.line(`-> ${facts.join(', ')}`);
	for (const warning of Array.isArray(item.warnings) ? item.warnings : []) teller.line(`   note: ${String(warning)}`);
}
