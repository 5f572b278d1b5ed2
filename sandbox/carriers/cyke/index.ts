import { defineCarrier } from '../frame/carrier';
import { openDesk } from './desk';
import type { CykeDesk } from './desk.types';
import { notFound, Refusal } from './refusal';
import { live, step } from './rider';
import { routes } from './routes';
import { openState, type CykeState } from './state';

export const cyke = defineCarrier<CykeState, CykeDesk>({
	name: 'cyke',
	hosts: ['www.cyke.io'],
	// One example of the documentation has a slash at the end, the others have none.
	slashMatters: false,
	routes,
	open(house) {
		const state = openState(house);
		return {
			state,
			desk: openDesk(state),
			couriers: {
				live: () => live(state),
				step: (id) => {
					const delivery = state.deliveries.get(Number(id));
					if (delivery !== undefined) step(state, delivery);
				},
			},
		};
	},
	notFound: () => notFound().response,
	wrongMethod: ({ visit }) =>
		new Refusal(405, { error: `${visit.request.method} is not allowed on ${visit.url.pathname}` }).response,
});
