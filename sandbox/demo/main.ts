import { bookOnN8n } from './acts/book-on-n8n';
import { bookOnZapier } from './acts/book-on-zapier';
import { follow } from './acts/follow';
import { loseAnAnswer } from './acts/lose-an-answer';
import { settleAPush } from './acts/settle-a-push';
import { keep } from './keep';
import { openStage, type Stage } from './stage';
import { createTeller, type Teller } from './tell';

const print = (text: string) => process.stdout.write(`${text}\n`);

async function play(stage: Stage, teller: Teller): Promise<void> {
	teller.act('A WooCommerce order becomes a Cyke delivery, in the real n8n engine');
	const first = await bookOnN8n(stage, teller, '1042');
	teller.act('The next order, in the real Zapier core');
	const second = await bookOnZapier(stage, teller, '1043');
	teller.act('Both steps run once more: found, not booked again');
	await bookOnN8n(stage, teller, '1042');
	await bookOnZapier(stage, teller, '1043');
	teller.act('Couriers ride, and the triggers tell');
	await follow(stage, teller, [first, second]);
	teller.act('A booking whose answer is lost on the way');
	await loseAnAnswer(stage, teller, '1044');
	teller.act('DeliverIt proposes another time, and it is accepted');
	await settleAPush(stage, teller);
}

async function main(): Promise<void> {
	const began = performance.now();
	const stage = await openStage();
	const keeping = process.argv.includes('--keep');
	try {
		print(`Waybill on the embedded carriers: Cyke at ${stage.urls.cyke}, DeliverIt at ${stage.urls.deliverit}`);
		await play(stage, createTeller(print));
		print(`\nAll of it in ${((performance.now() - began) / 1_000).toFixed(1)} s, and no courier had to pedal.`);
		if (keeping) await keep(stage, print);
		else print('Next: npm start -- --keep leaves the carriers running for you; README.md tells how to install in n8n and in Zapier.');
	} finally {
		await stage.close();
	}
}

void main()
	.then(() => 0)
	.catch((error: unknown) => {
		print(`\nThe demo stopped: ${error instanceof Error ? error.message : String(error)}`);
		return 1;
	})
	// The engine keeps timers of its own; the demo is over when it has said so.
	.then((code) => process.exit(code));
