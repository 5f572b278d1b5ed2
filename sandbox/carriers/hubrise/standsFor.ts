const OTHERS = ['PATCH', 'PUT', 'DELETE'];

/** Clients that can only GET and POST name the method they mean in a header. */
export function standsFor({ method, headers }: Pick<Request, 'method' | 'headers'>): string {
	const meant = headers.get('x-http-method-override')?.toUpperCase() ?? '';
	return method === 'POST' && OTHERS.includes(meant) ? meant : method;
}
