import { z } from 'zod/v4';
import { check } from './check';
import type { HubriseCallback } from './backoffice.types';

const EVENTS = {
	catalog: ['create', 'delete', 'update'],
	customer: ['create', 'update'],
	delivery: ['create', 'update'],
	inventory: ['patch', 'update'],
	location: ['update'],
	order: ['create', 'update'],
} as const;

const callbackUrl = z.url({ protocol: /^https?$/, error: 'must be a web address' });

const callback = z.strictObject({
	url: callbackUrl.nullish(),
	events: z.strictObject({
		catalog: z.array(z.enum(EVENTS.catalog)).optional(),
		customer: z.array(z.enum(EVENTS.customer)).optional(),
		delivery: z.array(z.enum(EVENTS.delivery)).optional(),
		inventory: z.array(z.enum(EVENTS.inventory)).optional(),
		location: z.array(z.enum(EVENTS.location)).optional(),
		order: z.array(z.enum(EVENTS.order)).optional(),
	}),
});

/** HR14: without an address the callback is a passive one. */
export function readCallback(body: unknown): HubriseCallback {
	const { url = null, events } = check(callback, body);
	return { url, events: { ...events } };
}
