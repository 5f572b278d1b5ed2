/** The true answer, in small pieces with pauses between them. */
export async function throttleResponse(
	response: Response,
	options: { totalMs: number; pieces?: number },
	wait: (ms: number) => Promise<void>,
): Promise<Response> {
	const bytes = new Uint8Array(await response.arrayBuffer());
	const count = Math.max(1, options.pieces ?? 8);
	const size = Math.max(1, Math.ceil(bytes.length / count));
	let offset = 0;
	const body = new ReadableStream<Uint8Array>(
		{
			async pull(controller) {
				if (offset >= bytes.length) return controller.close();
				await wait(options.totalMs / count);
				controller.enqueue(bytes.slice(offset, offset + size));
				offset += size;
			},
		},
		{ highWaterMark: 0 },
	);
	const headers = new Headers(response.headers);
	headers.delete('content-length');
	return new Response(body, { status: response.status, headers });
}
