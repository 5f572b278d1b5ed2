// node invoke-unpacked.cjs <folder of an unpacked build> <moment>: calls the handler with each event from standard
// input, one per line.
const { join } = require('node:path');
const { createInterface } = require('node:readline');

const [folder, moment] = process.argv.slice(2);
const offsetMs = Date.parse(moment) - Date.now();
const RealDate = Date;
globalThis.Date = class extends RealDate {
	constructor(...parts) {
		super(...(parts.length === 0 ? [RealDate.now() + offsetMs] : parts));
	}

	static now() {
		return RealDate.now() + offsetMs;
	}
};

const { handler } = require(join(folder, 'zapierwrapper.js'));

async function main() {
	for await (const line of createInterface({ input: process.stdin })) {
		const result = await handler(JSON.parse(line)).then(
			({ results }) => ({ results }),
			(error) => ({ error: error.message }),
		);
		process.stdout.write(`${JSON.stringify(result)}\n`);
	}
	// Open connections would keep the process alive as well.
	process.exit(0);
}

main();
