/** What is known before an app is pushed. */
export interface PushState {
	app: string;
	/** Names of the carriers that the app is for. */
	carriers: readonly string[];
	version: string;
	isLoggedIn: boolean;
	/** The app's folder is linked to an app of the account. */
	isRegistered: boolean;
	/** Make this version the one that new users get. */
	promote: boolean;
}

export interface Command {
	doing: string;
	args: readonly string[];
}

/** The name that users see. The carrier may publish an app under its own name, so this one says whose it is. */
const titleOf = ({ carriers }: PushState) => (carriers.length === 1 ? `Waybill for ${carriers[0]}` : 'Waybill');

const descriptionOf = ({ carriers }: PushState) =>
	`Unofficial connection to ${carriers.join(', ')}: books, follows and cancels deliveries.`;

/** Zapier's own commands, in order. Each asks in the terminal for what it does not know. */
export function pushPlan(state: PushState): Command[] {
	return [
		...(state.isLoggedIn ? [] : [{ doing: 'Sign in to Zapier', args: ['login'] }]),
		...(state.isRegistered
			? []
			: [
					{
						doing: 'Make a private app in your account',
						args: ['register', titleOf(state), '--audience', 'private', '--desc', descriptionOf(state)],
					},
				]),
		{ doing: `Build and upload version ${state.version}`, args: ['push', '--skip-dep-install'] },
		...(state.promote
			? [{ doing: `Make version ${state.version} the one for new users`, args: ['promote', state.version] }]
			: []),
	];
}

/** Zapier's ways to give a private app to others, each with what it cannot do. */
export const sharing = ({ app, version }: Pick<PushState, 'app' | 'version'>): string =>
	`
How to share the app:

  npm run zapier -- users:links ${app}
      A link that anyone can use. No limit on users. You cannot take a link back,
      and Zapier shows you no list of who used it.

  npm run zapier -- users:add ${app} <email> ${version}
      One person, one version; leave the version out for all of them. You can take
      it back with users:remove, which stops that person's Zaps. Zapier allows
      100 people (one of its pages says 200).

  npm run zapier -- team:add ${app} <email> admin
      A colleague who may push new versions.

Limits of a private app: all its users together make 100 calls in 60 seconds if the
owner's plan is Free or Professional, and 5,000 on Team or Enterprise. Zapier holds
what is above that and runs it later. Private apps have no Zap templates and no
embedding, and Zaps that use them cannot be shared.
docs/zapier-handover.md lists how many requests each step makes.
`.trim();
