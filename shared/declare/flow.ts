import type { z } from 'zod/v4';

import { action, type Action, type ActionDeclaration } from './action';
import type { Facts, Item } from './facts';
import type { Result } from './failure';
import type { JsonObject } from './json';

/** What a flow may do: every step of it goes the one road. */
export interface Steps {
	/** Runs another action of the same carrier on the same connection; a booking among them with the settings its user chose. */
	call(action: Action, values: JsonObject): Promise<Result<Item[]>>;
	/** Reads again and again until `done`, or until the time of the step is nearly up: then the last answer, whatever it is. */
	until(action: Action, values: JsonObject, done: (items: readonly Item[]) => boolean): Promise<Result<Item[]>>;
}

/**
 * Several calls that a user sees as one step. Each call is an action by itself, declared like any other;
 * a flow only says their order. It books nothing but through a booking action, so it can be run again like one.
 */
export interface FlowDeclaration<I extends z.ZodObject>
	extends Omit<ActionDeclaration<I>, 'request' | 'readings' | 'needs' | 'pages' | 'find' | 'guardedBy' | 'repeated' | 'followUp' | 'already'> {
	/** Name of the input field that holds the reference of the booking among the calls, where there is one. */
	reference?: string;
	/** The booking action among the calls: its settings are offered on this form. */
	books?: Action;
	/** What the step gives: the items of its calls, put together as `run` does. */
	example: Item;
	run(input: z.output<I>, facts: Facts, steps: Steps): Promise<Result<Item[]>>;
}

/** Declares a flow: an action that makes several calls. */
export function flow<I extends z.ZodObject>(declared: FlowDeclaration<I>): Action {
	const { run, ...rest } = declared;
	const erased = action<I>({ ...rest, request: () => ({ problems: [] }), readings: {} });
	// Forgotten here as in `action`: the road has parsed the input before the flow sees it.
	return { ...erased, run: run as unknown as Action['run'] };
}
