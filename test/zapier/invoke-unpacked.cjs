// node invoke-unpacked.cjs <folder of an unpacked build> <moment>: calls the handler with each event read from standard input, one a line.
const { join } = require('node:path');
const { createInterface } = require('node:readline');

const [folder, moment] = process.argv.slice(2);
const ahead = Date.parse(moment) - Date.now();
const RealDate = Date;
globalThis.Date = class extends RealDate {
	constructor(...parts) {
		super(...(parts.length === 0 ? [RealDate.now() + ahead] : parts));
	}

	static now() {
		return RealDate.now() + ahead;
	}
};

const { handler } = require(join(folder, 'zapierwrapper.js'));

async function main() {
	for await (const line of createInterface({ input: process.stdin })) {
		const answer = await handler(JSON.parse(line)).then(
			({ results }) => ({ results }),
			(error) => ({ error: error.message }),
		);
		process.stdout.write(`${JSON.stringify(answer)}\n`);
	}
	// Connections that are kept open would keep the process as well.
	process.exit(0);
}

main();
