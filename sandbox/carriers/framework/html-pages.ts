import type { Fault } from './faults.types';

const STATUS_TEXTS: Record<number, string> = {
	400: 'Bad Request',
	401: 'Authorization Required',
	403: 'Forbidden',
	404: 'Not Found',
	408: 'Request Timeout',
	409: 'Conflict',
	410: 'Gone',
	422: 'Unprocessable Entity',
	429: 'Too Many Requests',
	500: 'Internal Server Error',
	502: 'Bad Gateway',
	503: 'Service Unavailable',
	504: 'Gateway Timeout',
};

const titleOf = (status: number) => `${status} ${STATUS_TEXTS[status] ?? ''}`.trim();

/** Such answers come from a proxy in front of the carrier, so they are pages rather than JSON. */
export function gatewayError(fault: Extract<Fault, { kind: 'status' }>, now: number): Response {
	const headers = new Headers({ 'content-type': 'text/html; charset=utf-8' });
	if (fault.retryAfter !== undefined) headers.set('retry-after', retryAfter(fault.retryAfter, now));
	return new Response(page(titleOf(fault.status)), { status: fault.status, headers });
}

type Gateway = Extract<Fault, { kind: 'gateway' }>;

const GATEWAY_PAGES: Record<Gateway['page'], { type?: string; body(title: string): string }> = {
	html: { type: 'text/html', body: (title) => page(title, '<hr><center>nginx</center>') },
	empty: { body: () => '' },
	text: { type: 'text/plain', body: (title) => title },
	xml: { type: 'application/xml', body: (title) => `<?xml version="1.0"?><Error><Message>${title}</Message></Error>` },
};

/** A gateway refuses in its own form, never in the carrier's. */
export function gatewayPage({ status, page: kind }: Gateway): Response {
	const { type, body } = GATEWAY_PAGES[kind];
	return new Response(body(titleOf(status)), { status, headers: type ? { 'content-type': type } : {} });
}

export function htmlPage(): Response {
	return new Response(page('We will be back soon'), { headers: { 'content-type': 'text/html; charset=utf-8' } });
}

export function page(title: string, text = ''): string {
	return `<!doctype html><html><head><title>${title}</title></head><body><h1>${title}</h1>${text}</body></html>`;
}

function retryAfter(header: { form: 'seconds' | 'date'; seconds: number }, now: number): string {
	return header.form === 'seconds' ? String(header.seconds) : new Date(now + header.seconds * 1000).toUTCString();
}
