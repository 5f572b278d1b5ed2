import { z } from 'zod/v4';
import { check } from './body';
import type { CykeAccount, CykePackage } from './desk.types';
import type { Dialect } from './dialect';

const byName = z.strictObject({ type: z.string(), amount: z.int() });
const byId = z.strictObject({ package_type_id: z.int(), amount: z.int() });
const adHoc = z.strictObject({
	name: z.string(),
	amount: z.int(),
	volume_dm3: z.number(),
	weight_kg: z.number(),
});

/** The three forms of v2, of which v1 knows only the first; they may be mixed over lines, not within one. */
export function readPackages(
	lines: readonly unknown[] | undefined,
	account: CykeAccount,
	dialect: Dialect,
	errors: string[],
): CykePackage[] {
	if (lines === undefined || lines.length === 0) {
		errors.push("Packages can't be blank");
		return [];
	}
	const packages = lines.map((line, place) => readLine(line, place, account, dialect, errors));
	if (packages.some(({ amount }) => amount < 1)) errors.push('Packages Amount must be greater than 0');
	if (account.packages === 'sizes' && (packages.length !== 1 || packages[0]?.amount !== 1)) {
		errors.push('Packages must be exactly one size category with amount 1');
	}
	return packages;
}

function readLine(line: unknown, place: number, account: CykeAccount, dialect: Dialect, errors: string[]): CykePackage {
	const at = ['packages', place];
	const known = typeof line === 'object' && line !== null ? line : {};
	if (dialect === 'v2' && 'package_type_id' in known) {
		const { package_type_id, amount } = check(byId, line, at);
		return typed(account.packageTypes.find(({ id }) => id === package_type_id)?.type, amount, errors);
	}
	if (dialect === 'v2' && 'name' in known) {
		const { name, amount, volume_dm3, weight_kg } = check(adHoc, line, at);
		if (name.trim() === '') errors.push("Packages Name can't be blank");
		if (!(volume_dm3 > 0)) errors.push('Packages Volume must be greater than 0');
		if (!(weight_kg > 0)) errors.push('Packages Weight must be greater than 0');
		return { type: name, amount };
	}
	const { type, amount } = check(byName, line, at);
	return typed(account.packageTypes.find((other) => other.type === type)?.type, amount, errors);
}

function typed(type: string | undefined, amount: number, errors: string[]): CykePackage {
	if (type === undefined && !errors.includes('Packages Unknown type')) errors.push('Packages Unknown type');
	return { type: type ?? '', amount };
}
