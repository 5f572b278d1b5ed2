import type { Reporter } from '../reporter';

/** The output of a step, in the words a shop would look for. */
export function showDelivery(reporter: Reporter, item: { [key: string]: unknown }): void {
	const details = ['id', 'reference', 'status', 'carrierStatus', 'outcome'].flatMap((key) =>
		item[key] === undefined || item[key] === null ? [] : [`${key} ${String(item[key])}`],
	);
	reporter.line(`-> ${details.join(', ')}`);
	for (const warning of Array.isArray(item.warnings) ? item.warnings : []) reporter.line(`   note: ${String(warning)}`);
}
