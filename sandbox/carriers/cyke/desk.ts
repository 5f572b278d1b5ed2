import { readDelivery } from './body';
import { createDelivery } from './create';
import type { CykeDelivery, CykeDesk } from './desk.types';
import { assertStep, moveTo } from './progress';
import { redeliver } from './redelivery';
import { setOff, step } from './rider';
import { accountOf, type CykeState } from './state';

/** Cyke's own screens, as far as tests and the demo need them. */
export function openDesk(state: CykeState): CykeDesk {
	const known = (id: number): CykeDelivery => {
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
		webhooks: state.webhooks.desk(() => accountOf(state).email),
		find: (id) => state.deliveries.get(id),
		book(body, account) {
			const delivery = createDelivery(state, accountOf(state, account), readDelivery(body), 'v2');
			state.webhooks.emit(state, delivery);
			return delivery;
		},
		setStatus(id, status, completion, options) {
			if (options?.force !== true) assertStep(known(id), status);
			return moveTo(state, known(id), status, completion);
		},
		start: (id) => setOff(state, known(id)),
		willFail: (id, reason) => state.deliveries.put(id, { ...known(id), willFail: reason }),
		redeliver: (id, slot) => redeliver(state, known(id), slot),
		step: (id) => step(state, known(id)),
	};
}
