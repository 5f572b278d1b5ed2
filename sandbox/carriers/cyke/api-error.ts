import { CarrierError } from '../framework/carrier-error';

/** Rules of the delivery itself: a list of sentences. */
export const unprocessable = (errors: readonly string[]) => new CarrierError(422, errors.join(', '), errors);

export const malformed = (message: string) => new CarrierError(400, message);

export const notFound = () => new CarrierError(404, 'Not found');

/** The path of a field as the first words of a sentence: `Dropoff place recipient phone`. */
export function fieldLabel(path: readonly PropertyKey[]): string {
	const words = path.map((part) => (typeof part === 'number' ? String(part + 1) : String(part).replaceAll('_', ' ')));
	const text = words.join(' ') || 'delivery';
	return text.charAt(0).toUpperCase() + text.slice(1);
}
