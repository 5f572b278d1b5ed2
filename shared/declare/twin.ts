/**
 * Of several actions of a resource that do nearly the same: the one for most people, and the ones for those who know
 * why they want them.
 */
export type Twin = 'recommended' | 'advanced' | 'legacy';

interface Named {
	title: string;
	description: string;
	twin?: Twin;
}

const marks: Readonly<Record<Twin, string>> = { recommended: '', advanced: ' (Advanced)', legacy: ' (Legacy)' };

/** A name of the action with its mark: "Create Claim (Advanced)". */
export const markedName = ({ twin }: Pick<Named, 'twin'>, name: string): string =>
	twin === undefined ? name : `${name}${marks[twin]}`;

const modes: Readonly<Record<Twin, string>> = {
	recommended: '',
	advanced: ' in Advanced Mode',
	legacy: ' in Legacy Mode',
};

/** The same where no brackets are allowed: "Create Claim in Advanced Mode". */
export const modeName = ({ twin }: Pick<Named, 'twin'>, name: string): string =>
	twin === undefined ? name : `${name}${modes[twin]}`;

/** "Recommended. Claims for a parcel …" */
export const markedDescription = ({ twin, description }: Named): string =>
	twin === 'recommended' ? `Recommended. ${description}` : description;
