// node cold-start-process.cjs <zapier/package.json> [folder of an app]: loads the platform core, then the app as the
// platform loads it, and runs the step from standard input. Prints CPU milliseconds and memory after each.
const { createRequire } = require('node:module');
const { readFileSync } = require('node:fs');
const { join } = require('node:path');

const [home, folder] = process.argv.slice(2);
const cpu = () => {
	const { user, system } = process.cpuUsage();
	return (user + system) / 1_000;
};
const atStart = cpu();
const point = () => ({ cpuMs: cpu() - atStart, rssMb: process.memoryUsage().rss / 1_000_000 });

async function main() {
	const core = createRequire(home)('zapier-platform-core');
	const points = { core: point() };
	if (folder !== undefined) {
		const file = join(folder, 'index.js');
		require(file);
		points.load = point();
		const event = JSON.parse(readFileSync(0, 'utf8'));
		const { results } = await core.createAppHandler(file)(event);
		points.book = point();
		if (results.outcome !== 'created') throw new Error(`Not booked: ${JSON.stringify(results)}`);
	}
	process.stdout.write(`\n${JSON.stringify(points)}\n`, () => process.exit(0));
}

void main();
