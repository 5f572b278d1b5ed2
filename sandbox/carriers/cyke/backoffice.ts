import { readDelivery } from './body';
import { createDelivery } from './create';
import type { CykeDelivery, CykeBackoffice } from './backoffice.types';
import { assertTransition, transitionTo } from './transitions';
import { redeliver } from './redelivery';
import { startTrip, step } from './courier';
import { accountOf, type CykeState } from './state';

/** Cyke's own screens, as far as tests and the demo need them. */
export function createBackoffice(state: CykeState): CykeBackoffice {
	const requireDelivery = (id: number): CykeDelivery => {
		const delivery = state.deliveries.get(id);
		if (delivery === undefined) throw new Error(`Cyke has no delivery ${id}`);
		return delivery;
	};
	return {
		accounts: state.accounts,
		settings: state.settings,
		get deliveries() {
			return state.deliveries.all();
		},
		webhooks: state.webhooks.backoffice(() => accountOf(state).email),
		find: (id) => state.deliveries.get(id),
		book(body, account) {
			const delivery = createDelivery(state, accountOf(state, account), readDelivery(body), 'v2');
			state.webhooks.emit(delivery);
			return delivery;
		},
		setStatus(id, status, completion, options) {
			if (options?.force !== true) assertTransition(requireDelivery(id), status);
			return transitionTo(state, requireDelivery(id), status, completion);
		},
		start: (id) => startTrip(state, requireDelivery(id)),
		willFail: (id, reason) => state.deliveries.put(id, { ...requireDelivery(id), willFail: reason }),
		redeliver: (id, slot) => redeliver(state, requireDelivery(id), slot),
		step: (id) => step(state, requireDelivery(id)),
	};
}
