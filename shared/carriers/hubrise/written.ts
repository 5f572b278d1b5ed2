import type { z } from 'zod/v4';

import type { Action, FollowUp } from '../../declare/action';
import type { Item, Reading } from '../../declare/facts';
import { success } from '../../declare/failure';
import { gives } from '../../declare/reading';
import type { JsonObject } from '../../declare/json';

const isBare = (text: string) => ['', '{}', 'null', '[]'].includes(text.trim());

/** What answers a write is shown nowhere: the resource, or nothing. Nothing is read up afterwards: see `readUp`. */
export const written = <S extends z.ZodType, In>(schema: S, toItem: (body: z.output<S>) => Item, bare: (input: In) => Item): Reading<In> => {
	const whole = gives<S, In>(schema, toItem);
	return (answer, input, facts) => (isBare(answer.text) ? success([bare(input)]) : whole(answer, input, facts));
};

/** The statuses of a write that was taken; only 200 is documented. */
export const taken = <In>(reading: Reading<In>) => ({ 200: reading, 201: reading, 202: reading, 204: reading });

/** Reads what a write did not answer with. */
export const readUp = (action: Action, item: Item, input: JsonObject): FollowUp | undefined =>
	item.id === ''
		? {
				action,
				input,
				merge: (first, second) => ({ ...second, ...(first.outcome === undefined ? {} : { outcome: first.outcome }), ...(first.warnings === undefined ? {} : { warnings: first.warnings }) }),
				warning: 'HubRise took it and answered nothing, and it could not be read afterwards.',
			}
		: undefined;
