/** The true answer, in small pieces with pauses between them. */
export async function drip(
	answer: Response,
	pace: { totalMs: number; pieces?: number },
	wait: (ms: number) => Promise<void>,
): Promise<Response> {
	const bytes = new Uint8Array(await answer.arrayBuffer());
	const count = Math.max(1, pace.pieces ?? 8);
	const size = Math.max(1, Math.ceil(bytes.length / count));
	let from = 0;
	const body = new ReadableStream<Uint8Array>(
		{
			async pull(controller) {
				if (from >= bytes.length) return controller.close();
				await wait(pace.totalMs / count);
				controller.enqueue(bytes.slice(from, from + size));
				from += size;
			},
		},
		{ highWaterMark: 0 },
	);
	const headers = new Headers(answer.headers);
	headers.delete('content-length');
	return new Response(body, { status: answer.status, headers });
}
