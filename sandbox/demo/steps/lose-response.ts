import type { DemoEnvironment } from '../environment';
import type { Reporter } from '../reporter';
import { bookOnN8n } from './book-on-n8n';

/** The carrier books, and the connection breaks before the response arrives. */
export async function loseResponse(environment: DemoEnvironment, reporter: Reporter, number: string): Promise<void> {
	environment.sandbox.faults.once({ carrier: 'cyke', route: 'deliveries.create' }, { kind: 'reset', phase: 'after' });
	await bookOnN8n(environment, reporter, number);
	const matching = environment.sandbox.cyke.deliveries.filter(
		({ clientOrderReference }) => clientOrderReference === `WC-${number}`,
	);
	reporter.line(`the carrier holds ${matching.length} delivery with the reference WC-${number}`);
	if (matching.length !== 1) throw new Error('It was not booked exactly once');
}
