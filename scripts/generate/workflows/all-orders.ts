import { switchStep } from './pieces';
import type { AllOrders, ShopStep } from './shop-parts';
import { listStep, retries } from './shop-steps';

const anywhere = [0, 0] as const;

/**
 * Of a node that gives an item for each order. Without any order it gives an empty item, so that bookings of a quiet
 * shop are compared as well. An error output would hide that item on n8n 3, so errors come out with the orders.
 */
export function ordersOf({ settings, ...step }: ShopStep): AllOrders {
	const { name } = step;
	return {
		steps: [
			{ ...step, settings: { ...settings, ...retries, onError: 'continueRegularOutput', alwaysOutputData: true } },
			switchStep('Were they read', anywhere, [{ output: 'No', field: 'error' }], 'Yes'),
			listStep('Put together', anywhere, 'orders'),
		],
		links: [
			[name, 'Were they read'],
			['Were they read', 'Report by mail', 0],
			['Were they read', 'Put together', 1],
			['Put together', 'Compare with bookings'],
		],
	};
}
