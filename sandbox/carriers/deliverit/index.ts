import { defineCarrier } from '../frame/carrier';
import { acceptPush, denyPush } from './answerPush';
import { bookDriver } from './bookDriver';
import { cancelDriver } from './cancelDriver';
import { cancelInfo, sendInfo, updateInfo } from './customerInfo';
import { openDesk } from './desk';
import type { DeliveritDesk } from './desk.types';
import { live, step } from './driver';
import { refuse } from './guard';
import { login } from './login';
import { ordersOfPeriod } from './period';
import { requestPrice } from './price';
import { Refusal } from './refusal';
import { openState, type DeliveritState } from './state';

export const deliverit = defineCarrier<DeliveritState, DeliveritDesk>({
	name: 'deliverit',
	hosts: ['butik.deliverit.dk', 'dev.butik.deliverit.dk'],
	slashMatters: true,
	routes: [
		login,
		bookDriver,
		acceptPush,
		denyPush,
		cancelDriver,
		ordersOfPeriod,
		sendInfo,
		updateInfo,
		cancelInfo,
		requestPrice,
	],
	open(house) {
		const state = openState(house);
		return {
			state,
			desk: openDesk(state),
			couriers: {
				live: () => live(state),
				step: (id) => {
					const order = state.orders.get(id);
					if (order !== undefined) step(state, order);
				},
			},
		};
	},
	notFound: ({ state, visit }) => refuse(state, new Refusal(404, `There is no ${visit.url.pathname}`), 'error'),
	wrongMethod: ({ state, visit }) =>
		refuse(state, new Refusal(405, `${visit.request.method} is not allowed on ${visit.url.pathname}`), 'error'),
});
