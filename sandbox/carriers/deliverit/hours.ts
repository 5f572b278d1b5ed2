import type { Moment } from '../frame/clock.types';
import type { DeliveritSettings } from './desk.types';
import { wallTime } from './time';

export function isOpenAt(moment: Moment, { openingHours, closed }: DeliveritSettings): boolean {
	if (closed) return false;
	const wall = wallTime(moment);
	const { from, to } = openingHours;
	return from <= to ? from <= wall && wall <= to : from <= wall || wall <= to;
}
