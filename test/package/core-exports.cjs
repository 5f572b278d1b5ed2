// Reads exports of a package's core one after another and prints how often each used zod, which every declaration does:
// node core-exports.cjs <core.js> <export>...
const Module = require('node:module');

const [core, ...names] = process.argv.slice(2);
let uses = 0;
const load = Module._load;
Module._load = (request, ...rest) => {
	const loaded = load(request, ...rest);
	if (request !== 'zod/v4') return loaded;
	const get = (target, key) => {
		uses += 1;
		return target[key];
	};
	return { ...loaded, z: new Proxy(loaded.z, { get }) };
};

function usesOf(work) {
	const before = uses;
	work();
	return uses - before;
}

const exported = {};
const atStart = usesOf(() => Object.assign(exported, { core: require(core) }));
const later = names.map((name) => usesOf(() => exported.core[name]));
process.stdout.write(JSON.stringify([atStart, ...later]));
