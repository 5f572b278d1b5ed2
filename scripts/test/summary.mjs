/**
 * The sum of a run: jest's results and the type check, which counts as one test.
 * A file that could not be run, and a run that ended badly with every test green, count as one failure each.
 */
export function summarise({ typed, ran, results }) {
	const passed = (results?.numPassedTests ?? 0) + (typed ? 1 : 0);
	const skipped = (results?.numPendingTests ?? 0) + (results?.numTodoTests ?? 0);
	const seen = (results?.numFailedTests ?? 0) + (results?.numRuntimeErrorTestSuites ?? 0) + (typed ? 0 : 1);
	const nothingRan = (results?.numTotalTests ?? 0) === 0;
	const failed = seen === 0 && (!ran || nothingRan) ? 1 : seen;
	return { line: `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`, good: failed === 0 };
}
