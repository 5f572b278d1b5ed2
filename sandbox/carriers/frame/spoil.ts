import { drip } from './drip';
import type { Fault, NetworkCode, Phase } from './faults.types';
import { gatewayError, htmlPage } from './pages';
import type { Visit } from './visit';

/** What becomes of an answer under a fault. `answer` is absent when the carrier never handled the request. */
export async function spoil(visit: Visit, fault: Fault, answer: Response | undefined): Promise<Response> {
	const lose = (code: NetworkCode, phase: Phase): Response => {
		visit.entry.lost = { code, phase };
		return new Response(null, { status: 500 });
	};
	switch (fault.kind) {
		case 'refused':
			return lose('ECONNREFUSED', 'before');
		case 'dns':
			return lose('ENOTFOUND', 'before');
		case 'reset':
			return lose('ECONNRESET', fault.phase);
		case 'timeout':
			return lose('ETIMEDOUT', fault.phase);
		case 'status':
			return gatewayError(fault, visit.house.clock.now());
		case 'html':
			return htmlPage();
		case 'redirect':
			return new Response(null, { status: 302, headers: { location: fault.to ?? 'https://elsewhere.example/login' } });
		case 'empty':
			return new Response('', { status: answer?.status ?? 200, headers: { 'content-type': 'application/json' } });
		case 'truncated':
			return answer === undefined ? lose('ECONNRESET', 'after') : truncated(answer);
		case 'slow':
			return answer === undefined ? lose('ECONNRESET', 'after') : drip(answer, fault, visit.wait);
		case 'lag':
			return answer ?? lose('ECONNRESET', 'after');
	}
}

async function truncated(answer: Response): Promise<Response> {
	const text = await answer.text();
	const headers = new Headers(answer.headers);
	headers.delete('content-length');
	// At least one character goes, so that what is left is never whole JSON.
	return new Response(text.slice(0, Math.floor(text.length / 2)), { status: answer.status, headers });
}
