import { throttleResponse } from './throttle-response';
import type { Fault, NetworkCode, Phase } from './faults.types';
import { gatewayError, gatewayPage, htmlPage } from './html-pages';
import type { Exchange } from './context';

/** What becomes of an answer under a fault. `answer` is absent when the carrier never handled the request. */
export async function applyFault(exchange: Exchange, fault: Fault, response: Response | undefined): Promise<Response> {
	const dropResponse = (code: NetworkCode, phase: Phase): Response => {
		exchange.entry.noResponse = { code, phase };
		return new Response(null, { status: 500 });
	};
	switch (fault.kind) {
		case 'refused':
			return dropResponse('ECONNREFUSED', 'before');
		case 'dns':
			return dropResponse('ENOTFOUND', 'before');
		case 'reset':
			return dropResponse('ECONNRESET', fault.phase);
		case 'timeout':
			return dropResponse('ETIMEDOUT', fault.phase);
		case 'status':
			return gatewayError(fault, exchange.context.clock.now());
		case 'html':
			return htmlPage();
		case 'gateway':
			return gatewayPage(fault);
		case 'redirect':
			return new Response(null, { status: 302, headers: { location: fault.to ?? 'https://elsewhere.example/login' } });
		case 'empty':
			return new Response('', { status: response?.status ?? 200, headers: { 'content-type': 'application/json' } });
		case 'truncated':
			return response === undefined ? dropResponse('ECONNRESET', 'after') : truncateResponse(response);
		case 'slow':
			return response === undefined
				? dropResponse('ECONNRESET', 'after')
				: throttleResponse(response, fault, exchange.wait);
		case 'lag':
			return response ?? dropResponse('ECONNRESET', 'after');
	}
}

async function truncateResponse(response: Response): Promise<Response> {
	const text = await response.text();
	const headers = new Headers(response.headers);
	headers.delete('content-length');
	// At least one character goes, so that what is left is never whole JSON.
	return new Response(text.slice(0, Math.floor(text.length / 2)), { status: response.status, headers });
}
