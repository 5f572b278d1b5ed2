/** Cyke takes https addresses with a valid certificate; loopback is the sandbox's own exception. */
export function assertWebhookUrl(text: string): void {
	const url = URL.canParse(text) ? new URL(text) : undefined;
	if (url === undefined) throw new Error(`${text} is not an address`);
	const loopback = url.hostname === '127.0.0.1' || url.hostname === 'localhost';
	if (url.protocol !== 'https:' && !(url.protocol === 'http:' && loopback)) {
		throw new Error('A webhook address must begin with https://');
	}
	if (/[^\x21-\x7e]/.test(text)) throw new Error('Special characters in a webhook address must be percent-encoded');
}
