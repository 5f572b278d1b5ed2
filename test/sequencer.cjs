const { sep } = require('node:path');
const { default: Sequencer } = require('@jest/test-sequencer');
const longest = require('./longest.json');

/**
 * The longest files come first, so that none of them runs alone at the end. Jest itself knows durations only from an
 * earlier run on the same machine.
 */
class LongestFirst extends Sequencer {
	sort(tests) {
		const rank = ({ path }) => {
			const at = longest.findIndex((file) => path.endsWith(`${sep}test${sep}${file.replaceAll('/', sep)}`));
			return at < 0 ? longest.length : at;
		};
		// Sorting is stable: the others stay in Jest's order.
		return [...super.sort(tests)].sort((a, b) => rank(a) - rank(b));
	}

	/** The projects share one name in the cache, so their durations are one list. */
	_getCache(test) {
		this.context ??= test.context;
		return super._getCache({ ...test, context: this.context });
	}
}

module.exports = LongestFirst;
