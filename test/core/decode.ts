/** A multipart form as an object: its fields as text, a file by name, type and size. */
function formOf(bytes: Buffer, boundary: string): Record<string, unknown> {
	const sections = bytes.toString('latin1').split(`--${boundary}`).slice(1, -1);
	return Object.fromEntries(
		sections.map((section): [string, unknown] => {
			const at = section.indexOf('\r\n\r\n');
			const head = Buffer.from(section.slice(0, at), 'latin1').toString('utf8');
			const content = Buffer.from(section.slice(at + 4, -2), 'latin1');
			const name = /[; ]name="([^"]*)"/.exec(head)?.[1] ?? '';
			const fileName = /filename="([^"]*)"/.exec(head)?.[1];
			const contentType = /content-type: *([^\r\n]+)/i.exec(head)?.[1];
			return [
				name,
				fileName === undefined ? content.toString('utf8') : { name: fileName, contentType, size: content.length },
			];
		}),
	);
}

/** A request's body by its own content type. */
export function decodeBody(raw: Uint8Array | string | undefined, contentType: string | undefined): unknown {
	if (raw === undefined || raw.length === 0) return undefined;
	const bytes = Buffer.from(raw);
	const boundary = /^multipart\/form-data; *boundary=(.+)$/.exec(contentType ?? '')?.[1];
	if (boundary !== undefined) return formOf(bytes, boundary);
	const text = bytes.toString('utf8');
	return contentType?.startsWith('application/x-www-form-urlencoded')
		? Object.fromEntries(new URLSearchParams(text))
		: JSON.parse(text);
}

/** A query by its names. A repeated name becomes one text with commas. */
export const decodeQuery = ({ searchParams }: URL): Record<string, string> =>
	Object.fromEntries([...new Set(searchParams.keys())].map((name) => [name, searchParams.getAll(name).join(',')]));
