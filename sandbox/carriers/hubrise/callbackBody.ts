import { z } from 'zod/v4';
import { check } from './check';
import type { HubriseCallback } from './desk.types';

const EVENTS = {
	catalog: ['create', 'delete', 'update'],
	customer: ['create', 'update'],
	delivery: ['create', 'update'],
	inventory: ['patch', 'update'],
	location: ['update'],
	order: ['create', 'update'],
} as const;

/** https, loopback apart: that is the sandbox's own exception. */
const address = z.string().refine(isAddress, { error: 'must be an https address' });

const callback = z.strictObject({
	url: address.nullish(),
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

function isAddress(text: string): boolean {
	const url = URL.canParse(text) ? new URL(text) : undefined;
	const loopback = url?.hostname === '127.0.0.1' || url?.hostname === 'localhost';
	return url?.protocol === 'https:' || (url?.protocol === 'http:' && loopback);
}
