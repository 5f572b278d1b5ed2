import { isDeepStrictEqual } from 'node:util';
import type { House } from '../frame/house';
import { CallbackCall } from './callbackCall';
import type {
	HubriseAttempt,
	HubriseCallbacks,
	HubriseConnection,
	HubriseEvent,
	HubriseLocation,
	HubriseSettings,
} from './desk.types';
import { Notice } from './notice';
import { allows } from './scope';
import type { HubriseState } from './state';
import { writeTime } from './time';

export interface Story {
	/** The client that did it: it hears nothing. */
	by: string;
	location: HubriseLocation;
	resource: HubriseEvent['resource_type'];
	type: HubriseEvent['event_type'];
	ids: Pick<HubriseEvent, 'order_id' | 'delivery_id'>;
	/** As that client sees them. */
	states(client: string): Pick<HubriseEvent, 'previous_state' | 'new_state'>;
	/** Told also where nothing is seen to have changed. */
	always?: boolean;
}

/** Makes an event for every connection that wants to hear of a change, and keeps it until it is acknowledged. */
export class EventOffice {
	private readonly notices: Notice[] = [];
	private readonly attempts: HubriseAttempt[] = [];
	private held: Notice[] | undefined;
	private readonly ids;

	constructor(
		private readonly house: House,
		private readonly settings: HubriseSettings,
	) {
		this.ids = house.random('hubrise.events');
	}

	tell(state: HubriseState, story: Story): void {
		for (const connection of state.connections) {
			if (!hears(connection, story)) continue;
			const states = story.states(connection.client);
			if (story.always !== true && isDeepStrictEqual(states.previous_state, states.new_state)) continue;
			const notice = new Notice(this.notices.length + 1, connection, this.eventOf(story, states));
			this.notices.push(notice);
			if (this.held === undefined) this.send(state, notice);
			else this.held.push(notice);
		}
	}

	pendingOf(connection: HubriseConnection): Notice[] {
		return this.notices.filter((notice) => notice.pending && notice.connection === connection.token);
	}

	private eventOf({ location, resource, type, ids }: Story, states: ReturnType<Story['states']>): HubriseEvent {
		return {
			id: this.ids.token(8).toLowerCase(),
			resource_type: resource,
			event_type: type,
			created_at: writeTime(this.house.clock.now(), location.timeZone),
			account_id: location.account,
			location_id: location.id,
			...ids,
			...states,
		};
	}

	private send(state: HubriseState, notice: Notice): void {
		new CallbackCall(this.house, this.settings, state.clients, this.attempts).send(notice);
	}

	/** What tests and the demo see of it. */
	desk(state: HubriseState): HubriseCallbacks {
		const office = this;
		return {
			get notices() {
				return office.notices;
			},
			attempts: office.attempts,
			repeat(notice) {
				const again = notice === undefined ? office.notices.at(-1) : office.notices.find((other) => other === notice);
				if (again === undefined) throw new Error('There is no such event to repeat');
				again.pending = true;
				office.send(state, again);
			},
			hold() {
				office.held ??= [];
			},
			release(order = 'kept') {
				const held = office.held ?? [];
				office.held = undefined;
				const sorted = order === 'shuffled' ? office.ids.shuffle(held) : order === 'reversed' ? [...held].reverse() : held;
				for (const notice of sorted) office.send(state, notice);
			},
		};
	}
}

function hears(connection: HubriseConnection, { by, location, resource, type }: Story): boolean {
	const covers = connection.location === null ? connection.account === location.account : connection.location === location.id;
	const wanted = connection.callback?.events[resource]?.includes(type) === true;
	const may = connection.state === 'live' && allows(connection.scope, 'orders.read');
	return connection.client !== by && covers && wanted && may;
}
