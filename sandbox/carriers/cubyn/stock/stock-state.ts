import type { SandboxContext } from '../../framework/context';
import type { VersionedStore } from '../../framework/versioned-store';
import type { CubynAccount, CubynSettings } from '../account.types';
import type { IdGenerators } from '../id-generators';
import type { CubynLot, CubynProduct } from './stock.types';

/** The part of the carrier's state that its shelves are in. */
export interface StockState extends Pick<IdGenerators, 'newLotNumber' | 'newUuid'> {
	context: SandboxContext;
	accounts: CubynAccount[];
	settings: CubynSettings;
	products: VersionedStore<string, CubynProduct>;
	/** By a number of their own, for their ids change. */
	lots: VersionedStore<number, CubynLot>;
	/** Numbers of the lots of each product: a shop with ten thousand of either must not wait. */
	lotsByProduct: Map<string, number[]>;
	/** Id of a product by owner and SKU. */
	productsBySku: Map<string, string>;
}
