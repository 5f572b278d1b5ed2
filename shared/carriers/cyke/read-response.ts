import { lenientReadings } from '../../declare/lenient-reading';

export const { items: cykeItems } = lenientReadings('Cyke');
