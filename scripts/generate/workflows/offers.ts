import type { Carrier } from '../../../shared/declare/carrier';
import { SETTINGS } from './pieces';

/** The name of the chosen carrier, as an expression. */
export const titleAmong = (among: readonly Carrier[]): string =>
	`={{ (${JSON.stringify(Object.fromEntries(among.map(({ id, title }) => [id, title])))})[$('${SETTINGS}').first().json.settings.carrier] }}`;

const listed = (some: readonly Carrier[]) => some.map(({ title }) => title).join(' and ');

/** Where the price of an offer comes from: DI2 names one before it books, the others do not. */
export function offerSentence(among: readonly Carrier[]): string {
	const named = among.filter(({ shopOrder }) => shopOrder?.price !== undefined);
	const others = among.filter((carrier) => !named.includes(carrier));
	const price = named.length === 0 ? '' : `${listed(named)} ${named.length === 1 ? 'names its' : 'name their'} price.`;
	const fee =
		others.length === 0
			? ''
			: `${listed(others)} ${others.length === 1 ? 'has' : 'have'} no quotes, so offerFee of Settings is offered instead.`;
	return [price, fee].filter((sentence) => sentence !== '').join(' ');
}
