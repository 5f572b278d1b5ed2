/** The documented answers link driver orders over plain http on the production host, and over https elsewhere. */
export function driverLink(origin: string, verb: 'accept' | 'deny' | 'cancel', company: number, token: string): string {
	const base = origin === 'https://butik.deliverit.dk' ? 'http://butik.deliverit.dk' : origin;
	return `${base}/api/v1/orderdriver/${verb}/${company}/${token}`;
}

export function infoLink(origin: string, verb: 'update' | 'cancel', company: number, orderNumber: string): string {
	return `${origin}/api/v1/orderinfo/${company}/${orderNumber}/${verb}`;
}
