// npm run lint: the house rules on everything, n8n's strict lint on the published sources, n8n's package scan on sources and tarball.
import { houseFindings } from './lint/house.mjs';
import { pack } from './lint/packed.mjs';
import { scan } from './lint/scan.mjs';
import { n8nLint, stage } from './lint/staged.mjs';

async function house() {
	const findings = await houseFindings();
	return { clean: findings.length === 0, said: findings.join('\n') };
}

async function inFolder(made, look) {
	try {
		return await look(made);
	} finally {
		await made.remove();
	}
}

const checks = {
	'House rules': house,
	"n8n's strict lint": async () => await inFolder(await stage(), async ({ folder }) => await n8nLint(folder)),
	"n8n's scan of the sources": async () => await inFolder(await stage(), async ({ folder }) => await scan('source', folder)),
	"n8n's scan of the tarball": async () => await inFolder(await pack(), async ({ unpacked }) => await scan('tarball', unpacked)),
};

for (const [name, check] of Object.entries(checks)) {
	const { clean, said } = await check();
	console.log(clean ? `✓ ${name}` : `✗ ${name}\n${said}\n`);
	if (!clean) process.exitCode = 1;
}
