import { failed, type Failure } from '../../declare/failure';
import type { DeliveryRequest, OrderProblem } from '../../delivery/request';

const sentence = (text: string) => (/[.!?]$/.test(text) ? text : `${text}.`);

/** The problems of an order as the failure of a step: all at once, in words for the shop. */
export function orderFailure(
	problems: readonly OrderProblem[],
	request: DeliveryRequest | null,
): { ok: false; failure: Failure } {
	const number = request?.reference.number ?? '';
	const which = number === '' ? 'The order' : `Order ${number}`;
	return failed(
		'invalid_input',
		`${which} cannot be booked yet. ${problems.map(({ message }) => sentence(message)).join(' ')}`,
		{
			advice: 'Correct the order in the shop, or give the value under Override. Nothing was booked.',
			problems: problems.map(({ field, message }) => ({ path: field.split('.'), message })),
			...(request === null ? {} : { reference: request.reference.text }),
		},
	);
}
