import type { Moment } from '../framework/clock.types';
import type { HubriseSettings } from './backoffice.types';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

interface Window {
	name: string;
	size: number;
	max: number;
}

/** Counts each connection's requests, in windows that begin on the round minute, hour and day. */
export class Limiter {
	private readonly counts = new Map<string, { start: Moment; count: number }>();

	/** Seconds until there is room again; undefined where there is room. A refused call is not counted. */
	take(token: string, heavy: boolean, now: Moment, limits: HubriseSettings['limits']): number | undefined {
		const windows: Window[] = [
			{ name: 'minute', size: MINUTE, max: limits.perMinute },
			{ name: 'hour', size: HOUR, max: limits.perHour },
			{ name: 'day', size: DAY, max: limits.perDay },
			...(heavy ? [{ name: 'heavy', size: MINUTE, max: limits.heavyPerMinute }] : []),
		];
		const exceeded = windows.filter((window) => this.count(token, window, now) >= window.max);
		if (exceeded.length > 0)
			return Math.max(...exceeded.map(({ size }) => Math.ceil((startOf(now, size) + size - now) / 1000)));
		for (const window of windows) {
			const count = this.count(token, window, now) + 1;
			this.counts.set(`${token}/${window.name}`, { start: startOf(now, window.size), count });
		}
		return undefined;
	}

	private count(token: string, { name, size }: Window, now: Moment): number {
		const counted = this.counts.get(`${token}/${name}`);
		return counted?.start === startOf(now, size) ? counted.count : 0;
	}
}

function startOf(now: Moment, size: number): Moment {
	return Math.floor(now / size) * size;
}
