import { deliverit } from '../../shared/carriers/deliverit/carrier';
import type { Action } from '../../shared/declare/action';
import type { Item } from '../../shared/declare/facts';
import type { Failure, Result } from '../../shared/declare/failure';
import type { Json, JsonObject } from '../../shared/json';
import type { BookingSettings } from '../../shared/run/booking-settings';
import { perform } from '../../shared/run/perform';
import type { SendResult } from '../../shared/run/ports';
import { response, noResponse, scriptedPorts, SAMPLE_NOW, type ScriptedPorts } from '../core/scripted-ports';
import { accessOf, partsOf } from '../core/samples';

type Reply = SendResult | ((nth: number) => SendResult);

/**
 * A scripted DeliverIt: one response, or several in turn, by the end of the path. By default, signing in works and
 * nothing is booked.
 */
export class ScriptedDeliverit {
	readonly ports: ScriptedPorts;
	private readonly counts = new Map<string, number>();

	constructor(
		private readonly replies: Record<string, Reply> = {},
		startAt = SAMPLE_NOW,
		private readonly connection = 'form',
	) {
		this.ports = scriptedPorts((request) => this.serve(new URL(request.url).pathname), startAt);
	}

	private serve(path: string): SendResult {
		const key = Object.keys(this.replies).find((each) => path.includes(each));
		const reply = key === undefined ? undefined : this.replies[key];
		if (key !== undefined && reply !== undefined) {
			const nth = (this.counts.get(key) ?? 0) + 1;
			this.counts.set(key, nth);
			return typeof reply === 'function' ? reply(nth) : reply;
		}
		if (path.endsWith('/login')) return response(201, { login: true, company: 14, msg: 'Welcome' });
		return path.includes('/api/v1/order/') ? noOrders : noResponse('no');
	}

	async run(action: Action, values: JsonObject, booking: Partial<BookingSettings> = {}): Promise<Result<Item[]>> {
		return await perform(
			{ carrier: deliverit, action, access: accessOf(deliverit, this.connection), values, booking },
			this.ports,
		);
	}

	/** Calls that went out, without the sign-in: "POST /api/v1/…". */
	get calls(): string[] {
		return this.ports.sent
			.map(partsOf)
			.filter(({ path }) => !path.endsWith('/login'))
			.map(({ method, path }) => `${method} ${path}`);
	}

	bodyOf(pathEnd: string): JsonObject {
		const request = this.ports.sent.map(partsOf).find(({ path }) => path.endsWith(pathEnd));
		return (request?.body ?? {}) as JsonObject;
	}
}

export const noOrders = response(404, { error: true, message: 'No order is found. Are the dates correct?.' });
export const orders = (...listed: JsonObject[]): SendResult =>
	response(200, { error: false, orders: listed, message: 'Here are the orders you are looking for' });
export const messageResponse = (status: number, message: string, more: Record<string, Json> = {}): SendResult =>
	response(status, { error: status >= 400, message, ...more });

export function itemOf(result: Result<Item[]>): Item {
	if (!result.ok) throw new Error(`${result.failure.code}: ${result.failure.message}`);
	const [item] = result.value;
	if (!item) throw new Error('there is no item');
	return item;
}

export function failureOf(result: Result<Item[]>): Failure {
	if (result.ok) throw new Error('it did not fail');
	return result.failure;
}

export const customer: JsonObject = {
	firstname: 'Ada',
	lastname: 'Holm',
	street: 'Hovedgaden 1',
	zip: '5000',
	city: 'Odense C',
	telephone: '12345678',
	latitude: 55.3957969,
	longitude: 10.3912053,
	time: '2020-11-09 18:30',
};

export const bookedResponse = (more: JsonObject = {}): SendResult =>
	response(201, {
		DeliverItOpen: true,
		order_driver: true,
		push: false,
		DeliveryPrice: '60',
		DeliveryDistance: '1914',
		time: '18:30',
		arrive_at_customer: '18:41',
		order_id: 11823,
		acceptUrl: 'http://butik.deliverit.dk/api/v1/orderdriver/accept/14/F64u3fbxNdaoTyAcOisM',
		denyUrl: 'http://butik.deliverit.dk/api/v1/orderdriver/deny/14/F64u3fbxNdaoTyAcOisM',
		cancelUrl: 'http://butik.deliverit.dk/api/v1/orderdriver/cancel/14/F64u3fbxNdaoTyAcOisM',
		...more,
	});

export const listed = (more: JsonObject = {}): JsonObject => ({
	created_at: { date: '2020-11-09 09:00:07.000000', timezone_type: 3, timezone: 'Europe/Berlin' },
	name: 'Ada Holm',
	telephone: '+4512345678',
	address: 'Hovedgaden 1',
	city: 'Odense C',
	zip: '5000',
	remarks: '[ref:WC-1042]',
	deliveryPrice: '60',
	pickupTime: '18:30',
	driverArrive: 'N/A',
	driverLeft: 'N/A',
	arriveAtCustomer: 'N/A',
	done: 'N/A',
	distance: '1914',
	canceUrl: 'http://butik.deliverit.dk/api/v1/orderdriver/cancel/14/F64u3fbxNdaoTyAcOisM',
	cancel: 0,
	canceled_at: '',
	...more,
});
