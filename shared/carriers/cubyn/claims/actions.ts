import type { Action } from '../../../declare/action';
import { addFilesToClaim, addToClaim } from './add-to-claim';
import { createClaim } from './create';
import { fileClaim } from './file';
import { getClaim, listClaims } from './get';

export const claimActions: readonly Action[] = [
	addFilesToClaim,
	addToClaim,
	createClaim,
	fileClaim,
	getClaim,
	listClaims,
];
