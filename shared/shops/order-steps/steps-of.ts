import type { ShopOrderDeclaration } from '../../declare/shop-order';
import type { Shop } from '../shop';

/** What the steps for shops' orders are made of at one carrier. */
export interface OrderStepsOf extends ShopOrderDeclaration {
	/** The carrier's. */
	title: string;
	/** Every kind of order that the steps read. */
	kinds: readonly Shop[];
}
