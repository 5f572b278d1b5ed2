import type { z } from 'zod/v4';

import type { ItemOf } from './action';
import type { ActionBase, FlowAction, FlowEffect, Steps } from './action-types';
import type { Facts, Item } from './facts';
import type { Result } from './failure';
import { formOf } from './form';

export type { Steps } from './action-types';

/**
 * Several calls that a user sees as one step. Each call is an action of its own; a flow only defines their order. It
 * books only through a booking action, so it is as safe to repeat as one.
 */
export type FlowDeclaration<I extends z.ZodObject, O extends z.ZodObject> = ActionBase<I, O> &
	FlowEffect & {
		/** The output of the step: the items of its calls, combined by `run`. */
		example: ItemOf<O>;
		run(input: z.output<I>, facts: Facts, steps: Steps): Promise<Result<Item[]>>;
	};

/** Declares a flow: an action that makes several calls. */
export function flow<I extends z.ZodObject, O extends z.ZodObject>(declaration: FlowDeclaration<I, O>): FlowAction {
	// The type of the input is forgotten here as in `action`: the pipeline has parsed it before the flow sees it.
	const erased = declaration as unknown as Omit<FlowAction, 'check'> & Partial<Pick<FlowAction, 'check'>>;
	return {
		...erased,
		kind: 'flow',
		id: `${declaration.resource}.${declaration.verb}`,
		form: formOf(declaration.input),
		isList: declaration.effect === 'read' && declaration.isList === true,
		check: erased.check ?? (() => []),
	} as FlowAction;
}
