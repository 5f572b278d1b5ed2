import { DateTime } from 'luxon';
import { z } from 'zod/v4';

import type { N8nRest } from '../../../sandbox/hosts/n8n-server';
import type { Slot } from '../shops/shop';

const PARIS = 'Europe/Paris';

const slotFrom = (start: DateTime): Slot => ({
	day: start.toFormat('yyyy-MM-dd'),
	from: start.toFormat('HH:mm'),
	to: start.plus({ hours: 2 }).toFormat('HH:mm'),
});

/** The next two slots that a courier has, whenever this is run. */
export function nextSlots(): [Slot, Slot] {
	const now = DateTime.now().setZone(PARIS);
	const [first = now, second = now] = [0, 1]
		.flatMap((days) => [9, 13, 17].map((hour) => now.plus({ days }).startOf('day').set({ hour })))
		.filter((start) => start > now.plus({ minutes: 30 }));
	return [slotFrom(first), slotFrom(second)];
}

export const slotInDays = (days: number): Slot =>
	slotFrom(DateTime.now().setZone(PARIS).plus({ days }).startOf('day').set({ hour: 14 }));

const workflowShape = z.looseObject({ settings: z.looseObject({}).optional() });

/** Sets the time zone of a workflow to one where the day has just begun: the next slots are today there. */
export async function beginDay(rest: N8nRest, id: string): Promise<void> {
	const offset = 1 - DateTime.utc().hour;
	const ahead = offset < -11 ? offset + 24 : offset;
	// These names count the other way round.
	const timezone = `Etc/GMT${ahead > 0 ? '-' : '+'}${Math.abs(ahead)}`;
	const { settings } = workflowShape.parse(await rest.request('GET', `/rest/workflows/${id}`));
	await rest.request('PATCH', `/rest/workflows/${id}?forceSave=true`, { settings: { ...settings, timezone } });
}
