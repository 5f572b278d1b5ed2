import { bookOnN8n } from './steps/book-on-n8n';
import { bookOnZapier } from './steps/book-on-zapier';
import { followDeliveries } from './steps/follow-deliveries';
import { loseResponse } from './steps/lose-response';
import { acceptProposedTime } from './steps/accept-proposed-time';
import { keepRunning } from './keep-running';
import { startEnvironment, type DemoEnvironment } from './environment';
import { createReporter, type Reporter } from './reporter';

const print = (text: string) => process.stdout.write(`${text}\n`);

async function runDemo(environment: DemoEnvironment, reporter: Reporter): Promise<void> {
	reporter.step('A WooCommerce order becomes a Cyke delivery, in the real n8n engine');
	const first = await bookOnN8n(environment, reporter, '1042');
	reporter.step('The next order, in the real Zapier core');
	const second = await bookOnZapier(environment, reporter, '1043');
	reporter.step('Both steps run once more: found, not booked again');
	await bookOnN8n(environment, reporter, '1042');
	await bookOnZapier(environment, reporter, '1043');
	reporter.step('Couriers ride, and the triggers emit every change');
	await followDeliveries(environment, reporter, [first, second]);
	reporter.step('A booking whose answer is lost on the way');
	await loseResponse(environment, reporter, '1044');
	reporter.step('DeliverIt proposes another time, and it is accepted');
	await acceptProposedTime(environment, reporter);
}

async function main(): Promise<void> {
	const startedAt = performance.now();
	const environment = await startEnvironment();
	const keepsRunning = process.argv.includes('--keep');
	try {
		print(
			`Waybill on the embedded carriers: Cyke at ${environment.urls.cyke}, DeliverIt at ${environment.urls.deliverit}`,
		);
		await runDemo(environment, createReporter(print));
		print(`\nAll of it in ${((performance.now() - startedAt) / 1_000).toFixed(1)} s, and no courier had to pedal.`);
		if (keepsRunning) await keepRunning(environment, print);
		else
			print(
				'Next: npm start -- --keep leaves the carriers running for you; README.md says how to install in n8n and in Zapier.',
			);
	} finally {
		await environment.close();
	}
}

void main()
	.then(() => 0)
	.catch((error: unknown) => {
		print(`\nThe demo stopped: ${error instanceof Error ? error.message : String(error)}`);
		return 1;
	})
	// The engine keeps its own timers running. The demo exits after its last message.
	.then((code) => process.exit(code));
