import type { AuthenticatedCall } from '../requests/guard';
import { badRequest, invalid, ApiError } from '../requests/api-error';

export interface Upload {
	fields: ReadonlyMap<string, string>;
	file: { name: string; contentType: string; bytes: Uint8Array };
}

/** A multipart body with one part called `file` and the fields that the call knows. */
export async function readForm(call: AuthenticatedCall, allowed: readonly string[], maxBytes: number): Promise<Upload> {
	const form = await formOf(call);
	const fields = new Map<string, string>();
	let upload: Upload['file'] | undefined;
	for (const [name, value] of form) {
		if (name === 'file' && typeof value !== 'string') {
			if (upload !== undefined) throw badRequest('Parameter file is given twice');
			upload = { name: value.name, contentType: value.type, bytes: new Uint8Array(await value.arrayBuffer()) };
		} else if (allowed.includes(name) && typeof value === 'string') fields.set(name, value);
		else if (allowed.includes(name) || name === 'file')
			throw invalid({ field: name, rule: name === 'file' ? 'isFile' : 'isString' });
		else throw badRequest(`Unknown parameter: ${name}`);
	}
	if (upload === undefined) throw badRequest('Missing parameter: file');
	if (upload.bytes.length === 0) throw invalid({ field: 'file', rule: 'notEmpty' });
	if (upload.bytes.length > maxBytes) throw new ApiError('TooBigFileError', `File is bigger than ${maxBytes} bytes`);
	return { fields, file: upload };
}

async function formOf({ exchange }: AuthenticatedCall): Promise<FormData> {
	const type = exchange.request.headers.get('content-type') ?? '';
	try {
		return await new Response(exchange.body.bytes, { headers: { 'content-type': type } }).formData();
	} catch {
		throw badRequest('The body is not multipart/form-data');
	}
}
