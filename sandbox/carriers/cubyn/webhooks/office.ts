import type { House } from '../../frame/house';
import type { CubynAccount, CubynApplication, CubynSettings } from '../account.types';
import { eventView } from '../parcels/eventView';
import type { CubynParcel } from '../parcels/parcel.types';
import type { CubynState } from '../state';
import { quantitiesOf } from '../stock/products';
import { productViewV3 } from '../stock/viewV3';
import { Caller } from './caller';
import { stockRows } from './stockRows';
import type { CubynEvent, CubynParcelEvent, CubynWebhook } from './webhook.types';

/** Makes the events, and knows which application hears of what. */
export class WebhookOffice {
	readonly events: CubynEvent[] = [];
	readonly webhooks: CubynWebhook[] = [];
	readonly caller: Caller;
	held: CubynEvent[] | undefined;

	constructor(house: House, settings: CubynSettings) {
		this.caller = new Caller(house, settings, (webhook) => this.webhooks.includes(webhook));
	}

	/** Goes to the application that made the parcel, with that application's key. */
	parcelEvent(state: CubynState, name: CubynParcelEvent, parcel: CubynParcel): void {
		const application = accountOf(state, parcel.shipperId)?.applications.find(({ id }) => id === parcel.applicationId);
		if (application !== undefined) this.tell(name, application, { event: name, key: application.key, parcel: eventView(parcel) });
	}

	/** Goes to every application, without a key: once for the total and once a warehouse, and once in the words of v3. */
	stockEvents(state: CubynState, productId: string): void {
		const product = state.products.get(productId);
		if (product === undefined) return;
		for (const application of accountOf(state, product.ownerId)?.applications ?? []) {
			for (const { warehouse, groups } of stockRows(state, product)) {
				const { available, reserved } = quantitiesOf(state, product, groups);
				this.tell('stock:updated', application, {
					sku: product.sku,
					ownerId: product.ownerId,
					reserved,
					available,
					warehouse,
					applicationId: application.id,
				});
			}
			this.tell('product.stock.updated', application, productViewV3(state, product));
		}
	}

	tell(name: CubynEvent['name'], { id: applicationId }: CubynApplication, body: object): void {
		const event: CubynEvent = { name, applicationId, body: { ...body } };
		this.events.push(event);
		if (this.held === undefined) this.send(event);
		else this.held.push(event);
	}

	send(event: CubynEvent): void {
		for (const webhook of this.webhooks) {
			if (webhook.applicationId === event.applicationId && webhook.events.includes(event.name)) {
				this.caller.send(webhook, event);
			}
		}
	}
}

function accountOf(state: CubynState, id: number): CubynAccount | undefined {
	return state.accounts.find((account) => account.id === id);
}
