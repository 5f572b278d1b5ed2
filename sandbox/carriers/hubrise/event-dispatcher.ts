import { isDeepStrictEqual } from 'node:util';
import type { SandboxContext } from '../framework/context';
import { CallbackSender, ConnectionEvent } from './callback-sender';
import type {
	HubriseAttempt,
	HubriseCallbacks,
	HubriseClient,
	HubriseConnection,
	HubriseEvent,
	HubriseSettings,
} from './backoffice.types';
import { allows, type Right } from './scope';
import { writeTime } from './time';

export interface ResourceChange {
	/** The client that did it: it hears nothing. */
	clientId: string;
	account: string;
	timeZone: string;
	/** Whether a connection reaches it. */
	covers(connection: HubriseConnection): boolean;
	right: Right;
	resource: HubriseEvent['resource_type'];
	type: HubriseEvent['event_type'];
	ids: Pick<HubriseEvent, 'location_id' | 'order_id' | 'delivery_id' | 'customer_id' | 'customer_list_id'>;
	/** As that client sees them. */
	states(client: string): Pick<HubriseEvent, 'previous_state' | 'new_state'>;
	/** Emitted even if nothing visible has changed. */
	emitUnchanged?: boolean;
}

/** Who may hear of a change. */
interface Subscribers {
	clients: HubriseClient[];
	connections: HubriseConnection[];
}

/** Creates an event for every connection subscribed to a change, and holds it until it is acknowledged. */
export class EventDispatcher {
	private readonly connectionEvents: ConnectionEvent[] = [];
	private readonly attempts: HubriseAttempt[] = [];
	private heldEvents: ConnectionEvent[] | undefined;
	private readonly ids;

	constructor(
		private readonly context: SandboxContext,
		private readonly settings: HubriseSettings,
	) {
		this.ids = context.random('hubrise.events');
	}

	emit(state: Subscribers, change: ResourceChange): void {
		for (const connection of state.connections) {
			if (!isSubscribed(connection, change)) continue;
			const states = change.states(connection.client);
			if (change.emitUnchanged !== true && isDeepStrictEqual(states.previous_state, states.new_state)) continue;
			const connectionEvent = new ConnectionEvent(
				this.connectionEvents.length + 1,
				connection,
				this.eventOf(change, states),
			);
			this.connectionEvents.push(connectionEvent);
			if (this.heldEvents === undefined) this.send(state, connectionEvent);
			else this.heldEvents.push(connectionEvent);
		}
	}

	pendingOf(connection: HubriseConnection): ConnectionEvent[] {
		return this.connectionEvents.filter(
			(connectionEvent) => connectionEvent.pending && connectionEvent.connection === connection.token,
		);
	}

	private eventOf(
		{ account, timeZone, resource, type, ids }: ResourceChange,
		states: ReturnType<ResourceChange['states']>,
	): HubriseEvent {
		return {
			id: this.ids.token(8).toLowerCase(),
			resource_type: resource,
			event_type: type,
			created_at: writeTime(this.context.clock.now(), timeZone),
			account_id: account,
			...ids,
			...states,
		};
	}

	private send(state: Subscribers, connectionEvent: ConnectionEvent): void {
		new CallbackSender(this.context, this.settings, state.clients, this.attempts).send(connectionEvent);
	}

	/** What tests and the demo see of it. */
	backoffice(state: Subscribers): HubriseCallbacks {
		const dispatcher = this;
		return {
			get connectionEvents() {
				return dispatcher.connectionEvents;
			},
			attempts: dispatcher.attempts,
			repeat(connectionEvent) {
				const repeated =
					connectionEvent === undefined
						? dispatcher.connectionEvents.at(-1)
						: dispatcher.connectionEvents.find((other) => other === connectionEvent);
				if (repeated === undefined) throw new Error('There is no such event to repeat');
				repeated.pending = true;
				dispatcher.send(state, repeated);
			},
			hold() {
				dispatcher.heldEvents ??= [];
			},
			release(order = 'original') {
				const heldEvents = dispatcher.heldEvents ?? [];
				dispatcher.heldEvents = undefined;
				const sorted =
					order === 'shuffled'
						? dispatcher.ids.shuffle(heldEvents)
						: order === 'reversed'
							? [...heldEvents].reverse()
							: heldEvents;
				for (const connectionEvent of sorted) dispatcher.send(state, connectionEvent);
			},
		};
	}
}

function isSubscribed(connection: HubriseConnection, change: ResourceChange): boolean {
	const isWanted = connection.callback?.events[change.resource]?.includes(change.type) === true;
	const isPermitted = connection.state === 'active' && allows(connection.scope, change.right);
	return connection.client !== change.clientId && change.covers(connection) && isWanted && isPermitted;
}
