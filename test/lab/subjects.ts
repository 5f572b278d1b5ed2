import { carriers } from '../../shared/registry';
import { cubynWords } from './subjects/cubyn';
import { cubynWordsAbout } from './subjects/cubyn-about';
import { cykeWords } from './subjects/cyke';
import { deliveritWords } from './subjects/deliverit';
import { hubriseWords } from './subjects/hubrise';
import type { Subject, Words } from './subjects/subject';

export type { Subject } from './subjects/subject';

/** By carrier; a booking action that is missing in its words fails the lab. */
const words: Readonly<Record<string, Words>> = { cyke: cykeWords, cubyn: { ...cubynWords, ...cubynWordsAbout }, deliverit: deliveritWords, hubrise: hubriseWords };

/** Every booking of every carrier. */
export const allSubjects: Subject[] = carriers.flatMap((carrier) =>
	carrier.actions
		.filter((action) => action.effect === 'booking')
		.map((action) => {
			const known = words[carrier.id]?.[action.id];
			if (!known) throw new Error(`The lab does not know how to try ${carrier.id} ${action.id}`);
			return { carrier, action, looksUp: (action.books ?? action).find !== undefined, ...known };
		}),
);

/** Those that take any text as their reference, so that many can be booked at once. */
export const subjects: Subject[] = allSubjects.filter(({ prepare }) => prepare === undefined);
