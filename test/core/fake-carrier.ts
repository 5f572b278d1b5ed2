import { cyke } from '../../shared/carriers/cyke/carrier';
import { createDelivery } from '../../shared/carriers/cyke/actions/create';
import type { Json, JsonObject } from '../../shared/json';
import type { SendResult } from '../../shared/run/ports';
import { perform } from '../../shared/run/perform';
import type { BookingSettings } from '../../shared/run/booking-settings';
import { response, scriptedPorts, type ScriptedPorts } from './scripted-ports';
import { accessOf, partsOf } from './samples';

export const input: JsonObject = {
	client_order_reference: 'WC-1042',
	dropoff: {
		slot_starting_at: '2030-05-21T16:00:00+02:00',
		slot_ending_at: '2030-05-21T18:00:00+02:00',
		recipient_name: 'Ada Moreau',
		recipient_phone: '+33612345678',
		address: '12 rue des Petits Champs',
		postal_code: '75002',
		city: 'Paris',
	},
	packages: [{ package_type: '7', amount: 1 }],
};

export type PostHandler = (commit: () => JsonObject) => SendResult;

/** A carrier that stores bookings. Each POST gets the next of `posts`, each list the next of `lists`. */
export class FakeCarrier {
	readonly bookings: JsonObject[] = [];
	postHandlers: PostHandler[] = [];
	listHandlers: ((found: Json) => SendResult)[] = [];
	ports: ScriptedPorts = scriptedPorts((request) => this.respond(request));

	private respond(request: {
		method: string;
		url: string;
		headers: Readonly<Record<string, string>>;
		body?: string | Uint8Array;
	}): SendResult {
		const { method, path, query, body } = partsOf(request);
		if (method === 'POST') {
			const handlePost = this.postHandlers.shift() ?? ((commit) => response(201, commit()));
			return handlePost(() => {
				const booking = {
					...(body as JsonObject),
					id: 100 + this.bookings.length,
					created_at: '2020-11-09T09:00:00.000+01:00',
					status: 'saved',
					packages: [],
				};
				this.bookings.push(booking);
				return booking;
			});
		}
		const id = /deliveries\/(\d+)$/.exec(path)?.[1];
		if (id !== undefined) return response(200, this.bookings.find((each) => each.id === Number(id)) ?? null);
		const found = this.bookings
			.filter((each) => each.client_order_reference === query.client_order_reference)
			.map(({ id: number, created_at, status }): JsonObject => ({ id: number, created_at, status }));
		return this.listHandlers.shift()?.(found) ?? response(200, found);
	}

	async book(values: JsonObject = input, booking: Partial<BookingSettings> = {}) {
		return await perform(
			{ carrier: cyke, action: createDelivery, access: accessOf(cyke), values, booking },
			this.ports,
		);
	}

	get postCount(): number {
		return this.ports.sent.filter(({ method }) => method === 'POST').length;
	}
}

export const respondBeforeCommit =
	(result: SendResult): PostHandler =>
	() =>
		result;
export const respondAfterCommit =
	(result: SendResult): PostHandler =>
	(commit) => {
		commit();
		return result;
	};
export const html: SendResult = { response: { status: 200, headers: {}, text: '<html>maintenance</html>' } };
