import type { Action } from '../../declare/action';
import { bookShopOrder } from './book';
import { cancelByReference, getByReference } from './by-reference';
import { checkShopOrder } from './check';
import { prepareShopUpdate } from './prepare-update';
import { reconcileShopOrders } from './reconcile';
import type { OrderStepsOf } from './steps-of';

/** What every carrier that books shops' orders can do with one, in its node and its app. */
export const shopOrderActions = (steps: OrderStepsOf): readonly Action[] => [
	bookShopOrder(steps),
	checkShopOrder(steps),
	prepareShopUpdate(steps),
	reconcileShopOrders(steps),
	getByReference(steps),
	cancelByReference(steps),
];
