import { carriers } from '../../shared/registry';
import type { Carrier, ReviewException } from '../../shared/declare/carrier';

/** A demand that an app does not meet, on purpose. */
export interface Exception extends ReviewException {
	/** The app's folder. */
	app: string;
}

/**
 * In the app of all carriers the carrier's id precedes a key: "creates.update_order.x" is
 * "creates.hubrise_update_order.x".
 */
const inSharedApp = ({ id }: Carrier, where: string): string => where.replace('.', `.${id}_`);

const ofCarriers = carriers.flatMap((carrier) =>
	(carrier.review ?? []).flatMap((exception): Exception[] => [
		{ ...exception, app: carrier.id },
		{ ...exception, app: 'all', where: inSharedApp(carrier, exception.where) },
	]),
);

const pastedWebhooks = carriers.flatMap(({ id, pastedWebhook }): Exception[] =>
	pastedWebhook
		? [
				{
					rule: 'D017',
					app: 'all',
					where: `triggers.${id}_webhook_event`,
					reason:
						'The app of all carriers is private: with several brands it cannot be published. A private app may have a trigger whose address a person pastes, and this carrier has no call that would subscribe. Single-carrier apps, which a carrier could publish, poll.',
				},
			]
		: [],
);

export const exceptions: readonly Exception[] = [...ofCarriers, ...pastedWebhooks];
