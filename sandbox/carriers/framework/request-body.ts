/** As it came, and as text. */
export interface Body {
	text: string;
	bytes: ArrayBuffer;
}

export async function readBody(request: Request): Promise<Body> {
	if (request.body === null) return { text: '', bytes: new ArrayBuffer(0) };
	const bytes = await request.arrayBuffer();
	return { text: new TextDecoder().decode(bytes), bytes };
}
