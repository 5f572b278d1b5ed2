import http from 'node:http';
import https from 'node:https';

/** Files of tests share a process, and with it Node's own modules: whoever replaces a part of them breaks a file that knows nothing of it. */
const parts = () => [http.request, http.get, https.request, https.get];

const found = parts();

afterAll(() => {
	if (parts().some((part, index) => part !== found[index])) throw new Error("This file of tests leaves Node's http changed for those that follow");
});
