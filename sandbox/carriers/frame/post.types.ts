export interface PostInit {
	method: 'POST';
	headers: Record<string, string>;
	body: string;
	signal: AbortSignal;
}

/** The part of fetch that a webhook call needs. */
export type Post = (url: string, init: PostInit) => Promise<{ status: number }>;
