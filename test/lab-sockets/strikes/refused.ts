import { unharmed, type Strike } from '../passing';

/** Nobody listens: the client is sent to a closed port, so nothing is left to do here. */
export const refused: Strike = { says: 'refused', refused: true, upon: unharmed };
