import http from 'node:http';
import https from 'node:https';

/**
 * Test files share a process, and with it Node's own modules: a file that replaces a part of them breaks other files.
 */
const httpFunctions = () => [http.request, http.get, https.request, https.get];

const originals = httpFunctions();

afterAll(() => {
	if (httpFunctions().some((current, index) => current !== originals[index]))
		throw new Error("This file of tests leaves Node's http changed for those that follow");
});
