// Leaves the samples of every declaration out of a bundle. They are for the tests, the reference and Zapier. No n8n node
// reads them, and they are a seventh of the code.
const { readFile } = require('node:fs/promises');
const ts = require('typescript');

const alone = ['samples', 'antiSamples', 'sample'];
/** In an action, a flow included. A webhook trigger has `responses` as well, which it sends. */
const inActions = ['responses', 'example'];
const isAction = (keys) => keys.includes('antiSamples') || keys.includes('run');

const keyOf = ({ name }) => name?.text;

function samplesIn({ properties }) {
	const keys = properties.map(keyOf);
	const left = isAction(keys) ? [...alone, ...inActions] : alone;
	return properties.filter((property) => left.includes(keyOf(property)) && !ts.isMethodDeclaration(property));
}

/** Where the samples of a file stand: [start, end], the comma included. */
function placesOfSamples(file) {
	const places = [];
	const visit = (node) => {
		const samples = ts.isObjectLiteralExpression(node) ? samplesIn(node) : [];
		for (const property of samples) {
			const end = property.getEnd();
			places.push([property.getStart(), file.text[end] === ',' ? end + 1 : end]);
		}
		ts.forEachChild(node, (child) => (samples.includes(child) ? undefined : visit(child)));
	};
	visit(file);
	return places;
}

/** The source without its samples. What only they use falls away when the bundle is shaken. */
function withoutSamples(path, text) {
	if (!/\bsamples?\b/.test(text)) return text;
	const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
	let from = 0;
	const kept = placesOfSamples(file).map(([start, end]) => {
		const before = text.slice(from, start);
		from = end;
		return before;
	});
	return [...kept, text.slice(from)].join('');
}

exports.withoutSamples = {
	name: 'without samples',
	setup(build) {
		build.onLoad({ filter: /[\\/]shared[\\/].*\.ts$/ }, async ({ path }) => ({
			contents: withoutSamples(path, await readFile(path, 'utf8')),
			loader: 'ts',
		}));
	},
};
