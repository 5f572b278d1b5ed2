import type { Exchange, HostedCarrier, SandboxContext } from './context';
import type { JournalEntry } from './journal.types';
import { knownText } from './known-texts';
import { readBody } from './request-body';

export interface ReceivedRequest {
	entry: JournalEntry;
	response: Response;
}

/** The pipeline of one request up to the response, the same in process and over a socket. */
export async function receive(
	context: SandboxContext,
	carrier: HostedCarrier,
	request: Request,
	connection: { transport: 'process' | 'socket'; port?: number; wait(ms: number): Promise<void> },
): Promise<ReceivedRequest> {
	const url = new URL(request.url);
	const body = await readBody(request);
	const entry = context.journal.open({
		at: context.clock.now(),
		carrier: carrier.name,
		transport: connection.transport,
		...(connection.port === undefined ? {} : { port: connection.port }),
		method: request.method,
		path: url.pathname,
		query: [...url.searchParams],
		headers: Object.fromEntries(request.headers),
		body: body.text,
	});
	const exchange: Exchange = {
		context,
		entry,
		request,
		url,
		origin: url.origin,
		body,
		asOf: Infinity,
		wait: connection.wait,
	};
	const response = rejectPlainHttp(url) ?? (await carrier.serve(exchange));
	if (entry.noResponse !== undefined) return { entry, response };
	entry.status = response.status;
	return { entry, response: await recordResponse(entry, response) };
}

/** Notes the text of an answer; a picture and an answer that drips are passed on unread. */
async function recordResponse(entry: JournalEntry, response: Response): Promise<Response> {
	const known = knownText(response);
	if (known !== undefined) {
		entry.responseBody = known;
		return response;
	}
	const type = response.headers.get('content-type') ?? 'text/';
	if (response.body === null || entry.fault?.kind === 'slow' || !/^(text\/|application\/json)/.test(type))
		return response;
	entry.responseBody = await response.text();
	return new Response(entry.responseBody, { status: response.status, headers: response.headers });
}

/** Credentials over plain http are a fault of the client that must show; only loopback may. */
function rejectPlainHttp(url: URL): Response | undefined {
	const loopback = url.hostname === '127.0.0.1' || url.hostname === 'localhost';
	if (url.protocol === 'https:' || loopback) return undefined;
	return Response.json({ error: `Use https: ${url.hostname} was called over plain http` }, { status: 403 });
}
