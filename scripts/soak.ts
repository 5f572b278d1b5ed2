import { tell } from '../test/lab/in-process';
import { readable } from '../test/lab/story';

/** npm run soak -- 100000 [first seed]: that many stories of the fault lab, with progress. */
async function soak(count: number, from: number): Promise<number> {
	const began = performance.now();
	let found = 0;
	for (let seed = from; seed < from + count; seed += 1) {
		const story = await tell(seed);
		if (story.findings.length > 0) {
			found += 1;
			console.log(readable(story));
		}
		const done = seed - from + 1;
		if (done % 5_000 === 0 || done === count) {
			console.log(`${done} of ${count} stories, ${found} with findings, ${((performance.now() - began) / 1_000).toFixed(0)} s`);
		}
	}
	return found;
}

const [count = '10000', from = '1'] = process.argv.slice(2);
void soak(Number(count), Number(from)).then((found) => {
	process.exitCode = found > 0 ? 1 : 0;
});
