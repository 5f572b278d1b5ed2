import type { CubynAccount, CubynApplication } from '../account.types';
import { iso } from '../requests/time';

export function userView(account: CubynAccount) {
	return {
		id: account.id,
		firstName: account.firstName,
		lastName: account.lastName,
		phone: account.phone,
		createdAt: iso(account.createdAt),
		updatedAt: iso(account.updatedAt),
		email: account.email,
	};
}

export function applicationView({ name, createdAt, updatedAt }: CubynApplication) {
	return { name, createdAt: iso(createdAt), updatedAt: iso(updatedAt) };
}
