import type { Action } from '../../../declare/action';
import { addFilesToClaim, addToClaim } from './add-to-claim';
import { createClaim } from './create-claim';
import { fileClaim } from './file-claim';
import { getClaim, listClaims } from './get-claim';

export const claimActions: readonly Action[] = [addFilesToClaim, addToClaim, createClaim, fileClaim, getClaim, listClaims];
