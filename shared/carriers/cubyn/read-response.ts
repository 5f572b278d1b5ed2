import { lenientReadings } from '../../declare/lenient-reading';

/** Samples of both documents write counts as text, flags as 0 and 1, and ids as either. */
export const { item: cubynItem, items: cubynItems, withOddFields } = lenientReadings('Cubyn');
