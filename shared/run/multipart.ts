import { createHash } from 'node:crypto';

import type { Part } from '../declare/wire';

/** RFC 7578: quotes and line breaks in names are written as percent signs. */
const quoted = (encoder: string) => encoder.replace(/"/g, '%22').replace(/\r/g, '%0D').replace(/\n/g, '%0A');

function headOf(part: Part): string {
	const disposition = `Content-Disposition: form-data; name="${quoted(part.name)}"`;
	return 'file' in part
		? `${disposition}; filename="${quoted(part.file.name)}"\r\nContent-Type: ${part.file.contentType}`
		: disposition;
}

function concatBytes(chunks: readonly Uint8Array[]): Uint8Array {
	const bytes = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
	let at = 0;
	for (const chunk of chunks) {
		bytes.set(chunk, at);
		at += chunk.length;
	}
	return bytes;
}

/**
 * Fields and files as `multipart/form-data`. The boundary comes from the content, so the same parts give the same bytes
 * on every host.
 */
export function multipart(parts: readonly Part[]): { contentType: string; body: Uint8Array } {
	const encoder = new TextEncoder();
	const contentOf = (part: Part) => ('file' in part ? part.file.bytes : encoder.encode(part.value));
	const hasher = createHash('sha256');
	for (const part of parts) hasher.update(headOf(part)).update(contentOf(part));
	const boundary = `waybill-${hasher.digest('hex').slice(0, 32)}`;
	const chunks = parts.flatMap((part) => [
		encoder.encode(`--${boundary}\r\n${headOf(part)}\r\n\r\n`),
		contentOf(part),
		encoder.encode('\r\n'),
	]);
	return {
		contentType: `multipart/form-data; boundary=${boundary}`,
		body: concatBytes([...chunks, encoder.encode(`--${boundary}--\r\n`)]),
	};
}
