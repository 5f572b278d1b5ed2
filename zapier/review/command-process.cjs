// Runs commands of the platform's own command line one after another: loading it takes longer than most of them. Each
// message is the folder of an app and the words of a command; each answer has its exit code and what it printed.
const { createRequire } = require('node:module');
const { join } = require('node:path');

const commandLine = join(__dirname, '../cli/node_modules/zapier-platform-cli/src/bin');
const oclif = createRequire(join(commandLine, 'run'))('@oclif/core');

let printed = [];
for (const stream of [process.stdout, process.stderr])
	stream.write = (text, ...rest) => {
		printed.push(text.toString());
		rest.find((each) => typeof each === 'function')?.();
		return true;
	};

/** As the file `run` does, which ends the process after an error. */
async function run(args) {
	try {
		await oclif.run(args, commandLine);
		return process.exitCode ?? 0;
	} catch (error) {
		printed.push(`${error.message}\n`);
		return error.oclif?.exit ?? 1;
	}
}

process.on('message', async ({ folder, args }) => {
	process.chdir(folder);
	process.exitCode = undefined;
	printed = [];
	const code = await run(args);
	process.send({ code, output: printed.join('') });
});
