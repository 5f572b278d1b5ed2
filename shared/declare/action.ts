import type { z } from 'zod/v4';

import type { ActionBase, CallAction, CallEffect, CallParts } from './action-types';
import type { Item } from './facts';
import { formOf } from './form';

export type * from './action-types';

/** The items of a declared action: JSON that fits its output schema. */
export type ItemOf<O extends z.ZodObject> = z.input<O> & Item;

export type ActionDeclaration<I extends z.ZodObject, O extends z.ZodObject> = ActionBase<I, O> &
	CallParts<z.output<I>, ItemOf<O>> &
	CallEffect<z.output<I>>;

/** A declared booking can be named as the one that a flow makes. */
type Declared<E extends CallAction['effect']> = Extract<CallAction, { effect: E }>;

/** Declares an action that is one call. */
export function action<I extends z.ZodObject, O extends z.ZodObject, E extends CallAction['effect']>(
	declaration: ActionDeclaration<I, O> & { effect: E },
): Declared<E> {
	// The types of input and item are forgotten here and nowhere else: the pipeline parses the input with
	// `input` before any of the functions sees it.
	const erased = declaration as unknown as Omit<Declared<E>, 'needs' | 'check'> & Partial<Declared<E>>;
	return {
		...erased,
		kind: 'call',
		id: `${declaration.resource}.${declaration.verb}`,
		form: formOf(declaration.input),
		isList: 'isList' in declaration && declaration.isList === true,
		needs: erased.needs ?? {},
		check: erased.check ?? (() => []),
	} as Declared<E>;
}
