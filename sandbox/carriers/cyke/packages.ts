import { z } from 'zod/v4';
import { check } from './body';
import type { ApiVersion, CykeAccount, CykePackage } from './backoffice.types';

const byName = z.strictObject({ type: z.string(), amount: z.int() });
const byId = z.strictObject({ package_type_id: z.int(), amount: z.int() });
const adHoc = z.strictObject({
	name: z.string(),
	amount: z.int(),
	volume_dm3: z.number(),
	weight_kg: z.number(),
});

/** The three forms of v2. v1 knows only the first. Lines may use different forms, but one line uses one form. */
export function readPackages(
	lines: readonly unknown[] | undefined,
	account: CykeAccount,
	apiVersion: ApiVersion,
	errors: string[],
): CykePackage[] {
	if (lines === undefined || lines.length === 0) {
		errors.push("Packages can't be blank");
		return [];
	}
	const packages = lines.map((line, index) => readLine(line, index, account, apiVersion, errors));
	if (packages.some(({ amount }) => amount < 1)) errors.push('Packages Amount must be greater than 0');
	if (account.packages === 'sizes' && (packages.length !== 1 || packages[0]?.amount !== 1)) {
		errors.push('Packages must be exactly one size category with amount 1');
	}
	return packages;
}

function readLine(
	line: unknown,
	index: number,
	account: CykeAccount,
	apiVersion: ApiVersion,
	errors: string[],
): CykePackage {
	const path = ['packages', index];
	const record = typeof line === 'object' && line !== null ? line : {};
	if (apiVersion === 'v2' && 'package_type_id' in record) {
		const { package_type_id, amount } = check(byId, line, path);
		return toPackage(account.packageTypes.find(({ id }) => id === package_type_id)?.type, amount, errors);
	}
	if (apiVersion === 'v2' && 'name' in record) {
		const { name, amount } = check(adHoc, line, path);
		if (name.trim() === '') errors.push("Packages Name can't be blank");
		return { type: name, amount };
	}
	const { type, amount } = check(byName, line, path);
	return toPackage(account.packageTypes.find((other) => other.type === type)?.type, amount, errors);
}

function toPackage(type: string | undefined, amount: number, errors: string[]): CykePackage {
	if (type === undefined && !errors.includes('Packages Unknown type')) errors.push('Packages Unknown type');
	return { type: type ?? '', amount };
}
