import type { Action } from '../declare/action';
import type { ShopOrderDeclaration } from '../declare/shop-order';
import { shopOrderActions } from '../shops/order-steps/actions';
import type { Shop } from '../shops/shop';
import { shops } from '../shops/shops';
import { hubriseOrders } from './hubrise/shop-order';

/** Every kind of order that a step reads: those of shops, and of carriers that keep orders themselves. */
export const orderKinds: readonly Shop[] = [hubriseOrders, ...shops];

/** The steps for shops' orders at the carrier with this title. */
export const shopOrderSteps = (title: string, declaration: ShopOrderDeclaration): readonly Action[] =>
	shopOrderActions({ ...declaration, title, kinds: orderKinds });
