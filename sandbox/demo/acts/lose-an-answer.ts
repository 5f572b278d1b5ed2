import type { Stage } from '../stage';
import type { Teller } from '../tell';
import { bookOnN8n } from './book-on-n8n';

/** The carrier books, and the connection breaks before it can say so. */
export async function loseAnAnswer(stage: Stage, teller: Teller, number: string): Promise<void> {
	stage.sandbox.faults.once({ carrier: 'cyke', route: 'deliveries.create' }, { kind: 'reset', phase: 'after' });
	await bookOnN8n(stage, teller, number);
	const live = stage.sandbox.cyke.deliveries.filter(({ clientOrderReference }) => clientOrderReference === `WC-${number}`);
	teller.line(`the carrier holds ${live.length} delivery with the reference WC-${number}`);
	if (live.length !== 1) throw new Error('It was not booked exactly once');
}
