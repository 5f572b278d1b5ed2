import { decodeEntities } from '../delivery/html-entities';

/** A reference cut to fewer characters than this names nothing. Systems cut at 35 at the least. */
const MIN_CUT = 30;

/** Changes that carriers are known to make: escaped, recomposed, re-spaced, in one case, zeros in front dropped. */
function normalize(reference: string): string {
	const plain = decodeEntities(reference).normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase();
	return /^\d+$/.test(plain) ? plain.replace(/^0+(?=\d)/, '') : plain;
}

/** Is the reference that the carrier shows the one that was sent, unchanged or changed on the way? */
export function isSameReference(shown: unknown, sent: string): boolean {
	if (typeof shown !== 'string') return false;
	if (shown === sent) return true;
	const [one, other] = [normalize(shown), normalize(sent)];
	return one === other || (one.length >= MIN_CUT && other.startsWith(one));
}

/** The reference under which a carrier keeps a booking, where that is another spelling than the one sent. */
export const changedReference = (shown: unknown, sent: string): string | undefined =>
	typeof shown === 'string' && shown !== '' && shown !== sent && isSameReference(shown, sent) ? shown : undefined;
