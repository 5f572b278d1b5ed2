import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

import { transformSync } from '@swc/core';

import type { perform } from '../../shared/run/perform';

/** A piece of a file of shared/run, and what stands there in the broken pipeline. */
export interface Mutation {
	file: string;
	from: string;
	to: string;
}

const RUN = join(__dirname, '../../shared/run');

interface Module {
	exports: Record<string, unknown>;
}

function compile(path: string, mutations: readonly Mutation[]): string {
	const source = mutations
		.filter(({ file }) => join(RUN, file) === path)
		.reduce(
			(text, { file, from, to }) => {
				if (text.split(from).length !== 2) throw new Error(`${file} does not hold this exactly once: ${from}`);
				return text.replace(from, () => to);
			},
			readFileSync(path, 'utf8'),
		);
	return transformSync(source, {
		swcrc: false,
		module: { type: 'commonjs' },
		jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
	}).code;
}

/** The pipeline with mistakes in its own code: shared/run is loaded anew, everything else is as it is. */
export function mutatedPerform(mutations: readonly Mutation[]): typeof perform {
	const loaded = new Map<string, Module>();
	const load = (path: string): Module => {
		const known = loaded.get(path);
		if (known) return known;
		const module: Module = { exports: {} };
		loaded.set(path, module);
		const requireFrom = createRequire(path);
		const requireFresh = (specifier: string): unknown => {
			const target = `${join(dirname(path), specifier)}.ts`;
			const isFresh = specifier.startsWith('.') && dirname(target) === RUN;
			return isFresh ? load(target).exports : requireFrom(specifier);
		};
		// The code is a file of this repository.
		new Function('exports', 'require', 'module', compile(path, mutations))(module.exports, requireFresh, module);
		return module;
	};
	// The one edge where a module is loaded by hand.
	return load(join(RUN, 'perform.ts')).exports.perform as typeof perform;
}
