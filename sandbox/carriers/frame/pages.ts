import type { Fault } from './faults.types';

const NAMES: Record<number, string> = {
	408: 'Request Timeout',
	429: 'Too Many Requests',
	500: 'Internal Server Error',
	502: 'Bad Gateway',
	503: 'Service Unavailable',
	504: 'Gateway Timeout',
};

/** Such answers come from a proxy in front of the carrier, so they are pages rather than JSON. */
export function gatewayError(fault: Extract<Fault, { kind: 'status' }>, now: number): Response {
	const name = `${fault.status} ${NAMES[fault.status] ?? ''}`;
	const headers = new Headers({ 'content-type': 'text/html; charset=utf-8' });
	if (fault.retryAfter !== undefined) headers.set('retry-after', retryAfter(fault.retryAfter, now));
	return new Response(page(name), { status: fault.status, headers });
}

export function htmlPage(): Response {
	return new Response(page('We will be back soon'), { headers: { 'content-type': 'text/html; charset=utf-8' } });
}

export function page(title: string, text = ''): string {
	return `<!doctype html><html><head><title>${title}</title></head><body><h1>${title}</h1>${text}</body></html>`;
}

function retryAfter(wish: { form: 'seconds' | 'date'; seconds: number }, now: number): string {
	return wish.form === 'seconds' ? String(wish.seconds) : new Date(now + wish.seconds * 1000).toUTCString();
}
