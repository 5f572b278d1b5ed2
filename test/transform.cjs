const { basename } = require('node:path');
const { createTransformer } = require('@swc/jest');

/**
 * The compiler, with one cache for all projects and for copies of the repository: neither the name of a project nor a
 * folder changes what a file becomes. Jest's own key holds both, and every file would be compiled once for each.
 */
exports.createTransformer = (options) => {
	const compiler = createTransformer({ ...options, sourceMaps: true });
	return {
		...compiler,
		process(source, path, jestOptions) {
			const { code, map } = compiler.process(source, path, jestOptions);
			// Beside the file, wherever that is.
			return { code, map: { ...JSON.parse(map), sources: [basename(path)] } };
		},
		getCacheKey: (source, path, jestOptions) =>
			compiler.getCacheKey(source, path, {
				...jestOptions,
				config: { rootDir: jestOptions.config.rootDir },
				configString: '',
			}),
	};
};
