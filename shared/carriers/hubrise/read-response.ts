import { lenientReadings } from '../../declare/lenient-reading';

/** HubRise writes decimals as text. */
export const { item: hubriseItem, items: hubriseItems, withOddFields } = lenientReadings('HubRise');
