import type { SandboxContext } from '../../framework/context';
import type { CubynAccount, CubynApplication, CubynSettings } from '../account.types';
import { eventView } from '../parcels/event-view';
import type { CubynParcel, CubynWarehouseGroup } from '../parcels/parcel.types';
import { GROUPS, lotsOf } from '../stock/lots';
import type { StockState } from '../stock/stock-state';
import type { CubynProduct } from '../stock/stock.types';
import { quantitiesOf } from '../stock/products';
import { productViewV3 } from '../stock/view-v3';
import { WebhookSender } from './webhook-sender';
import type { CubynEvent, CubynParcelEvent, CubynWebhook } from './webhook.types';

interface StockRow {
	warehouse: 'TOTAL' | CubynWarehouseGroup;
	groups: readonly CubynWarehouseGroup[];
}

/** The total, France, and Spain only for what lies there or is held back there. */
function stockRows(state: StockState, product: CubynProduct): StockRow[] {
	const lots = lotsOf(state, product.id);
	const spanish = product.reserved.ES > 0 || lots.some(({ counts: { ES } }) => ES.available + ES.damaged > 0);
	return [
		{ warehouse: 'TOTAL', groups: GROUPS },
		{ warehouse: 'FR', groups: ['FR'] },
		...(spanish ? [{ warehouse: 'ES', groups: ['ES'] } as const] : []),
	];
}

/** Makes the events, and selects the applications that get each of them. */
export class WebhookDispatcher {
	readonly events: CubynEvent[] = [];
	readonly webhooks: CubynWebhook[] = [];
	readonly sender: WebhookSender;
	heldEvents: CubynEvent[] | undefined;

	constructor(context: SandboxContext, settings: CubynSettings) {
		this.sender = new WebhookSender(context, settings, (webhook) => this.webhooks.includes(webhook));
	}

	/** Sent to the application that made the parcel, with that application's key. */
	emitParcelEvent(state: StockState, name: CubynParcelEvent, parcel: CubynParcel): void {
		const application = accountOf(state, parcel.shipperId)?.applications.find(({ id }) => id === parcel.applicationId);
		if (application !== undefined)
			this.emit(name, application, { event: name, key: application.key, parcel: eventView(parcel) });
	}

	/**
	 * Sent to every application, without a key: once for the total, once per warehouse, and once in the words of v3.
	 */
	emitStockEvents(state: StockState, productId: string): void {
		const product = state.products.get(productId);
		if (product === undefined) return;
		for (const application of accountOf(state, product.ownerId)?.applications ?? []) {
			for (const { warehouse, groups } of stockRows(state, product)) {
				const { available, reserved } = quantitiesOf(state, product, groups);
				this.emit('stock:updated', application, {
					sku: product.sku,
					ownerId: product.ownerId,
					reserved,
					available,
					warehouse,
					applicationId: application.id,
				});
			}
			this.emit('product.stock.updated', application, productViewV3(state, product));
		}
	}

	emit(name: CubynEvent['name'], { id: applicationId }: CubynApplication, body: object): void {
		const event: CubynEvent = { name, applicationId, body: { ...body } };
		this.events.push(event);
		if (this.heldEvents === undefined) this.send(event);
		else this.heldEvents.push(event);
	}

	send(event: CubynEvent): void {
		for (const webhook of this.webhooks) {
			if (webhook.applicationId === event.applicationId && webhook.events.includes(event.name)) {
				this.sender.send(webhook, event);
			}
		}
	}
}

function accountOf(state: StockState, id: number): CubynAccount | undefined {
	return state.accounts.find((account) => account.id === id);
}
