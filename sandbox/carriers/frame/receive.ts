import type { House, Resident } from './house';
import type { JournalEntry } from './journal.types';
import { readBody, type Visit } from './visit';

export interface Received {
	entry: JournalEntry;
	response: Response;
}

/** The road of one request, the same in process and over a socket, up to the answer. */
export async function receive(
	house: House,
	resident: Resident,
	request: Request,
	way: { transport: 'process' | 'socket'; port?: number; wait(ms: number): Promise<void> },
): Promise<Received> {
	const url = new URL(request.url);
	const body = await readBody(request);
	const entry = house.journal.open({
		at: house.clock.now(),
		carrier: resident.name,
		transport: way.transport,
		...(way.port === undefined ? {} : { port: way.port }),
		method: request.method,
		path: url.pathname,
		query: [...url.searchParams],
		headers: Object.fromEntries(request.headers),
		body: body.text,
	});
	const visit: Visit = {
		house,
		entry,
		request,
		url,
		origin: url.origin,
		body,
		asOf: Infinity,
		wait: way.wait,
	};
	const response = plainHttp(url) ?? (await resident.serve(visit));
	if (entry.lost !== undefined) return { entry, response };
	entry.status = response.status;
	return { entry, response: await copied(entry, response) };
}

/** Notes the text of an answer; a picture and an answer that drips are passed on unread. */
async function copied(entry: JournalEntry, response: Response): Promise<Response> {
	const type = response.headers.get('content-type') ?? 'text/';
	if (response.body === null || entry.fault?.kind === 'slow' || !/^(text\/|application\/json)/.test(type))
		return response;
	entry.answer = await response.text();
	return new Response(entry.answer, { status: response.status, headers: response.headers });
}

/** Credentials over plain http are a fault of the client that must show; only loopback may. */
function plainHttp(url: URL): Response | undefined {
	const loopback = url.hostname === '127.0.0.1' || url.hostname === 'localhost';
	if (url.protocol === 'https:' || loopback) return undefined;
	return Response.json({ error: `Use https: ${url.hostname} was called over plain http` }, { status: 403 });
}
