import type { z } from 'zod/v4';

import type { Action, FollowUp } from '../../declare/action';
import type { Item, Reading } from '../../declare/facts';
import { success } from '../../declare/failure';
import type { JsonObject } from '../../json';
import { hubriseItem } from './read-response';

const isEmptyBody = (text: string) => ['', '{}', 'null', '[]'].includes(text.trim());

/**
 * No page documents the response to a write: it may be the resource, or empty. Nothing is read here; see
 * `readAfterWrite`.
 */
export const writeReading = <S extends z.ZodType, In, Out extends Item>(
	schema: S,
	toItem: (body: z.output<S>) => Out,
	fromInput: (input: In) => Out,
): Reading<In, Out> => {
	const readBody = hubriseItem<S, In, Out>(schema, toItem);
	return (response, input, facts) =>
		isEmptyBody(response.text) ? success([fromInput(input)]) : readBody(response, input, facts);
};

/** Reads the resource that a write did not return. `isShown`: it has what the write set. */
export const readAfterWrite = (
	action: Action,
	item: Item,
	input: JsonObject,
	isShown?: FollowUp['isShown'],
): FollowUp | undefined =>
	item.id === ''
		? {
				action,
				input,
				isShown,
				merge: (first, second) => ({
					...second,
					...(first.outcome === undefined ? {} : { outcome: first.outcome }),
					...(first.warnings === undefined ? {} : { warnings: first.warnings }),
				}),
				warning: 'HubRise took it and answered nothing, and it could not be read afterwards.',
			}
		: undefined;
