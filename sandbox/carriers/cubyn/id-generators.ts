import type { SandboxContext } from '../framework/context';

/** Where every kind of number comes from. */
export interface IdGenerators {
	/** Nine digits. */
	newId(): number;
	newUuid(): string;
	/** The random part of a file's key. */
	newKey(): string;
	newPid(): string;
	newBarcode(): string;
	newTrackingId(): string;
	newLotNumber(): number;
}

export function createIdGenerators(context: SandboxContext): IdGenerators {
	const ids = context.random('cubyn.ids');
	const uuids = context.random('cubyn.uuids');
	const keys = context.random('cubyn.keys');
	let id = ids.integer(600_000_000, 700_000_000);
	let pid = ids.integer(200_000, 300_000);
	let lot = 0;
	// Eight hexadecimal digits at a draw: every sandbox names its products anew.
	const hex = () =>
		Math.floor(uuids.next() * 2 ** 32)
			.toString(16)
			.padStart(8, '0');
	const uuid = (digits: string) =>
		`${digits.slice(0, 8)}-${digits.slice(8, 12)}-4${digits.slice(13, 16)}-a${digits.slice(17, 20)}-${digits.slice(20)}`;
	const digits = (length: number) => Array.from({ length }, () => ids.integer(0, 9)).join('');
	return {
		// Counted over all merchants, so one of them sees gaps.
		newId: () => (id += ids.integer(1, 900)),
		newUuid: () => uuid(hex() + hex() + hex() + hex()),
		newKey: () => keys.token(24).toLowerCase(),
		newPid: () => String((pid += ids.integer(1, 9))),
		newBarcode: () => `2${digits(9)}`,
		newTrackingId: () => `8R${digits(11)}`,
		newLotNumber: () => (lot += 1),
	};
}
