import type { Admitted } from './guard';

/** 200 also for what is new. Whether the resource comes back is a setting: the documentation shows no answer. */
export function written({ state, visit }: Admitted, resource: object): Response {
	visit.entry.committed = true;
	return state.settings.writeAnswer === 'resource' ? Response.json(resource) : new Response('', { status: 200 });
}
