import type { z } from 'zod/v4';

import type { Draft, Item } from '../../declare/facts';
import type { Problem } from '../../declare/failure';
import { decimal, integer, lines, text } from '../../declare/field';
import { productNames, quantityNames } from '../../declare/list-names';
import type { JsonObject } from '../../json';

export const packageLines = (help: string) =>
	lines(
		{
			package_type: text({
				label: 'Package Type',
				choices: 'packageTypes',
				help: 'A type agreed with your courier company. With API version V1, type its exact name.',
				common: true,
				listNames: ['package_type_id', 'type'],
			}).optional(),
			amount: integer({ label: 'Amount', common: true, listNames: quantityNames }, { min: 1 }).default(1),
			name: text({
				label: 'Name',
				help: 'For a package without a type: what it is.',
				listNames: productNames,
			}).optional(),
			volume_dm3: decimal(
				{ label: 'Volume', unit: 'dm³', help: 'For a package without a type.' },
				{ min: 0 },
			).optional(),
			weight_kg: decimal({ label: 'Weight', unit: 'kg', help: 'For a package without a type.' }, { min: 0 }).optional(),
		},
		{ label: 'Packages', line: 'Package', help },
		{ min: 1 },
	);

type Packages = z.output<ReturnType<typeof packageLines>>;
export type PackageLine = Packages[number];

export const isTypeNumber = (type: string): boolean => /^\d+$/.test(type);

/** A type name must be looked up, because v2 only accepts its number (CY9). */
export const needsTypes = (packages: Packages | undefined, version: string | undefined): boolean =>
	version !== 'v1' &&
	(packages ?? []).some((line) => line.package_type !== undefined && !isTypeNumber(line.package_type));

export function checkPackages(packages: Draft<Packages> | undefined, version: string | undefined): Problem[] {
	return (packages ?? []).flatMap((line, index): Problem[] => {
		const measures = (['volume_dm3', 'weight_kg'] as const).filter((key) => line[key] !== undefined);
		// A name beside a type does no harm: the lines of a shop have one.
		if (line.package_type !== undefined) {
			return measures.map((key) => ({
				path: ['packages', index, key],
				message: 'must be empty when a Package Type is given',
			}));
		}
		if (version === 'v1') return [{ path: ['packages', index, 'package_type'], message: 'is missing' }];
		if (measures.length === 0 && line.name === undefined)
			return [
				{
					path: ['packages', index, 'package_type'],
					message: 'is missing; choose one, or give Name, Volume and Weight',
				},
			];
		return (['name', 'volume_dm3', 'weight_kg'] as const)
			.filter((key) => line[key] === undefined)
			.map((key) => ({
				path: ['packages', index, key],
				message: 'is missing; a package without a type needs Name, Volume and Weight',
			}));
	});
}

const nameOf = (type: Item) => String(type.type).trim().toLowerCase();

/** CY2: `{type, amount}`; CY9: `{package_type_id, amount}` or an ad-hoc package. */
export function packagesBody(
	packages: Packages | undefined,
	version: string | undefined,
	types: readonly Item[],
): { body?: JsonObject[]; problems: Problem[] } {
	const problems: Problem[] = [];
	const body = packages?.map((line, index): JsonObject => {
		const { package_type, ...adHoc } = line;
		if (package_type === undefined) return adHoc;
		if (version === 'v1') return { type: package_type, amount: line.amount };
		if (isTypeNumber(package_type)) return { package_type_id: Number(package_type), amount: line.amount };
		const matchingType = types.find((type) => nameOf(type) === package_type.trim().toLowerCase());
		if (!matchingType) {
			const names = types.map((type) => String(type.type)).join(', ');
			problems.push({
				path: ['packages', index, 'package_type'],
				message: `must be a type of this account (${names}), not "${package_type}"`,
			});
		}
		return { package_type_id: Number(matchingType?.id), amount: line.amount };
	});
	return { body, problems };
}
