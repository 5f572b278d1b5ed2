import type { Step } from './canvas';
import { credentialName, typeName } from '../../../nodes/adapter/names';
import type { Carrier } from '../../../shared/declare/carrier';
import { carriers } from '../../../shared/registry';
import { packOfAll } from '../package-names';
import { filterStep } from './conditions';

export const credentialOf = (carrier: Carrier): Step['settings'] => ({
	credentials: { [credentialName(carrier)]: { id: `${carrier.id}-account`, name: `${carrier.title} account` } },
});

/** Carriers that book shops' orders, and how each emits what becomes of a delivery. */
const bookers = carriers.flatMap((carrier) => {
	const event = carrier.pollingTriggers.find(({ title }) => /(Status Changed|Delivery Updated)$/.test(title));
	return event && carrier.shopOrder ? [{ carrier, event }] : [];
});

/** Carriers that may propose another time than the one requested, and wait for an answer. */
export const proposers = carriers.flatMap((carrier) => {
	const [accept, deny] = ['accept', 'deny'].map((verb) => carrier.actions.find((action) => action.verb === verb));
	return accept && deny && carrier.shopOrder ? [{ carrier, accept, deny }] : [];
});

/** The carrier that a workflow has before its owner chooses. */
export const usual = bookers[0]?.carrier.id ?? '';

/** The node of all carriers shows the credentials of each, and needs the chosen one's. */
export const usualCredential = bookers[0] ? credentialOf(bookers[0].carrier) : {};

/** A polling trigger for the news of each carrier. All but the first are switched off: a shop needs its carrier's. */
export const carrierTriggers = ([column, row]: Step['at']): Step[] =>
	bookers.map(({ carrier, event }, index) => ({
		name: `${carrier.title}: delivery moved`,
		type: `${packOfAll}.${typeName(carrier)}Trigger`,
		at: [column, row + index] as const,
		parameters: {
			// A carrier whose users may also sign in has two kinds of credentials.
			...(carrier.connection.oauth ? { authentication: 'accessToken' } : {}),
			event: event.id,
		},
		settings: { ...credentialOf(carrier), ...(index > 0 ? { disabled: true } : {}) },
	}));

/** Orders that their shop has called off. */
export const isOver = (name: string, at: Step['at']): Step =>
	filterStep(name, at, 'leftOut', 'cancelled', 'refunded', 'voided');
