// node n8n-load-process.cjs <folder of a package>: loads n8n-workflow and the package as n8n does when it starts: every
// node and every credential, each with an instance. Prints CPU milliseconds and memory of both.
const { createRequire } = require('node:module');
const { basename, resolve } = require('node:path');

const [folder] = process.argv.slice(2);
const cpu = () => {
	const { user, system } = process.cpuUsage();
	return (user + system) / 1_000;
};
const measured = (work) => {
	const [cpuBefore, rssBefore] = [cpu(), process.memoryUsage().rss];
	work();
	return { cpuMs: cpu() - cpuBefore, rssMb: (process.memoryUsage().rss - rssBefore) / 1_000_000 };
};

const load = createRequire(resolve(folder, 'package.json'));
const { n8n } = load('./package.json');
const host = measured(() => load('n8n-workflow'));
const own = measured(() => {
	for (const file of [...n8n.nodes, ...n8n.credentials]) {
		const [name] = basename(file).split('.');
		new (load(`./${file}`)[name])();
	}
});
process.stdout.write(`${JSON.stringify({ host, own })}\n`);
