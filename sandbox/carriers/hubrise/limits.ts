import type { Moment } from '../frame/clock.types';
import type { HubriseSettings } from './desk.types';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

interface Window {
	name: string;
	size: number;
	most: number;
}

/** Counts what each connection asks, in windows that begin on the round minute, hour and day. */
export class Limiter {
	private readonly counts = new Map<string, { start: Moment; count: number }>();

	/** Seconds until there is room again; undefined where there is room. A refused call is not counted. */
	take(token: string, heavy: boolean, now: Moment, limits: HubriseSettings['limits']): number | undefined {
		const windows: Window[] = [
			{ name: 'minute', size: MINUTE, most: limits.perMinute },
			{ name: 'hour', size: HOUR, most: limits.perHour },
			{ name: 'day', size: DAY, most: limits.perDay },
			...(heavy ? [{ name: 'heavy', size: MINUTE, most: limits.heavyPerMinute }] : []),
		];
		const full = windows.filter((window) => this.count(token, window, now) >= window.most);
		if (full.length > 0) return Math.max(...full.map(({ size }) => Math.ceil((startOf(now, size) + size - now) / 1000)));
		for (const window of windows) {
			const count = this.count(token, window, now) + 1;
			this.counts.set(`${token}/${window.name}`, { start: startOf(now, window.size), count });
		}
		return undefined;
	}

	private count(token: string, { name, size }: Window, now: Moment): number {
		const kept = this.counts.get(`${token}/${name}`);
		return kept?.start === startOf(now, size) ? kept.count : 0;
	}
}

function startOf(now: Moment, size: number): Moment {
	return Math.floor(now / size) * size;
}
